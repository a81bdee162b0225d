package com.petstoreapi.systemtests.hardening;

/** The ways in which a good message is spoilt. */
enum Damage {
  NONE,
  VALUE,
  MISSING,
  TWICE,
  ADDED,
  CUT,
  INSERTED,
  TRAILING,
  WRAPPED,
  DEEP,
  REPLACED;

  private static final int LEVELS = 40;

  /**
   * The spoilt text.
   *
   * @param odd a JSON text, or something like one
   * @param where chooses a field or a place in the text, 0 or more
   */
  String of(JsonShape shape, String odd, int where) {
    String text = shape.text();
    int place = where % (text.length() + 1);
    return switch (this) {
      case NONE -> text;
      case VALUE -> shape.with(shape.name(where), odd).text();
      case MISSING -> shape.without(shape.name(where)).text();
      case TWICE -> "{\"" + shape.name(where) + "\":" + odd + "," + text.substring(1);
      case ADDED -> shape.with("extra-" + where, odd).text();
      case CUT -> text.substring(0, place);
      case INSERTED -> text.substring(0, place) + odd + text.substring(place);
      case TRAILING -> text + odd;
      case WRAPPED -> "[" + text + "," + odd + "]";
      case DEEP -> "[".repeat(where % LEVELS) + text + "]".repeat(LEVELS - where % LEVELS);
      case REPLACED -> odd;
    };
  }
}
