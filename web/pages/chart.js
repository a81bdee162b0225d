/** The price over time, as a line of steps: it holds until the next bid. */
export class PriceChart {
  #path;
  #from;
  #most;
  #prices = [];

  /**
   * @param svg 100 by 100, with a path
   * @param from shows since when
   * @param most shows the highest price
   */
  constructor(svg, from, most) {
    this.#path = svg.querySelector('path');
    this.#from = from;
    this.#most = most;
  }

  begin() {
    this.#prices = [];
  }

  add(price, at) {
    this.#prices.push({ price, at: new Date(at).getTime() });
  }

  /** One before all that are there. */
  addEarlier(price, at) {
    this.#prices.unshift({ price, at: new Date(at).getTime() });
  }

  /** @param now the right end of the line */
  draw(now) {
    if (this.#prices.length === 0) {
      return;
    }
    const first = this.#prices[0];
    const from = first.at;
    const to = Math.max(now, this.#prices.at(-1).at, from + 1);
    const most = Math.max(...this.#prices.map(({ price }) => price));
    const x = (at) => ((Math.max(at, from) - from) / (to - from)) * 100;
    const y = (price) => 95 - (price / most) * 90;
    const steps = this.#prices.map(({ at, price }) => `H${x(at)} V${y(price)}`).join(' ');
    this.#path.setAttribute('d', `M0 ${y(first.price)} ${steps} H100`);
    this.#from.textContent = `since ${new Date(from).toLocaleTimeString()}`;
    this.#most.textContent = `highest ${most}`;
  }
}
