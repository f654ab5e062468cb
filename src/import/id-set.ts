const EMPTY = 0;

/**
 * A set of ids that keeps 64 bits of each, so that millions fit in some tens of megabytes. Two different ids collide
 * with a chance of about 1 in 10 million among 2 million.
 */
export class IdSet {
  private table = new Uint32Array(2 << 12);
  private mask = (1 << 12) - 1;
  size = 0;

  /** Adds an id; false where it was there. */
  add(id: string): boolean {
    if (this.size * 2 > this.mask) this.grow();
    const [high, low] = hash(id);
    const slot = this.find(high, low);
    if (this.table[slot] !== EMPTY) return false;
    this.put(slot, high, low);
    this.size += 1;
    return true;
  }

  has(id: string): boolean {
    const [high, low] = hash(id);
    return this.table[this.find(high, low)] !== EMPTY;
  }

  /** The slot where a hash stands, or the empty one where it would. */
  private find(high: number, low: number): number {
    for (let index = low & this.mask; ; index = (index + 1) & this.mask) {
      const slot = index * 2;
      if (this.table[slot] === EMPTY || (this.table[slot] === high && this.table[slot + 1] === low)) return slot;
    }
  }

  private put(slot: number, high: number, low: number): void {
    this.table[slot] = high;
    this.table[slot + 1] = low;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Uint32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let slot = 0; slot < old.length; slot += 2) {
      const [high = EMPTY, low = 0] = [old[slot], old[slot + 1]];
      if (high !== EMPTY) this.put(this.find(high, low), high, low);
    }
  }
}

/** cyrb53's two halves (public domain, by bryc), of which the first is never {@link EMPTY}. */
function hash(text: string): readonly [number, number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [one >>> 0 || 1, two >>> 0];
}
