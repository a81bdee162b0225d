package com.petstoreapi.systemtests.soak.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.JsonText;
import org.junit.jupiter.api.Test;

class DashboardTest {
  private static final String FILE =
      """
      {"title": "The store", "templating": {"list": [{"name": "node", "type": "query"}]},
       "panels": [
        {"title": "Delivery", "type": "row", "gridPos": {"x": 0, "y": 0, "w": 24, "h": 1}},
        {"title": "Delivered", "type": "timeseries", "gridPos": {"x": 12, "y": 1, "w": 12, "h": 8},
         "fieldConfig": {"defaults": {"unit": "ops"}},
         "targets": [{"expr": "sum by (job) (rate(told_total{instance=~\\"$node\\"}[$__rate_interval]))",
                      "legendFormat": "{{job}}"}]},
        {"title": "Chosen", "type": "timeseries", "gridPos": {"x": 0, "y": 1, "w": 12, "h": 8},
         "targets": [{"expr": "told{instance=\\"${node}\\"}"}]}]}
      """;

  private final Dashboard dashboard = Dashboard.parse(JsonText.parse(FILE), "30s");

  @Test
  void panelsKeepTheirPlaceAndTheirUnit() {
    Dashboard.Panel delivered = dashboard.panels().get(1);

    assertThat(delivered.title()).isEqualTo("Delivered");
    assertThat(delivered.unit()).isEqualTo("ops");
    assertThat(delivered.x()).isEqualTo(12);
    assertThat(delivered.height()).isEqualTo(8);
  }

  @Test
  void whatCouldBeChosenIsAllChosen() {
    assertThat(dashboard.panels().get(1).queries())
        .containsExactly(
            new Dashboard.Query(
                "sum by (job) (rate(told_total{instance=~\".*\"}[30s]))", "{{job}}"));
    assertThat(dashboard.panels().get(2).queries().get(0).expression())
        .isEqualTo("told{instance=~\".*\"}");
  }
}
