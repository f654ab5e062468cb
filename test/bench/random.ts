/** Numbers that look random and are the same for the same seed on every machine (mulberry32). */
export class Random {
  private state: number;

  /** @param seed any text; a file and a row of it, say, so that each row is made alone. */
  constructor(seed: string) {
    let hash = 2166136261;
    for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 16777619);
    this.state = hash >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number below a bound; a skew above 1 makes the low ones frequent. */
  below(bound: number, skew = 1): number {
    return Math.floor(bound * this.next() ** skew);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list; the first ones are more frequent with a skew. */
  pick<T>(list: readonly T[], skew = 1): T {
    return list[this.below(list.length, skew)] as T;
  }

  /** How many, a few far above the mean as in real networks, where a bank lends to hundreds. */
  count(mean: number): number {
    return Math.floor((mean * 0.5) / Math.sqrt(1 - this.next()) + this.next());
  }
}
