/** The longest name of each class but the last: what is called shortly is more often what was meant. */
const LENGTHS = [3, 4, 6, 8, 11, 15, 23];
/** A class of lengths is cut into lots, the first of them one entity in 1024, the next one in 256 and so on. */
const LOTS = 6;
const LOT_BITS = 2;

/**
 * The classes that entities are taken from when more match than are ranked: short names first, and among names of about one
 * length a few before many, by a lot that is drawn from the id. However many match, reading class by class until there are
 * enough reads little more than enough; and the same are found on every engine.
 */
export const CLASSES: readonly string[] = Array.from({ length: (LENGTHS.length + 1) * LOTS }, (_, index) =>
  token(Math.floor(index / LOTS), index % LOTS),
);

function token(length: number, lot: number): string {
  return `#${length}${lot}`;
}

/** The class of an entity, by its id and its normalised name. */
export function classOf(id: string, name: string): string {
  const { length } = Array.from(name);
  const place = LENGTHS.findIndex((longest) => length <= longest);
  return token(place === -1 ? LENGTHS.length : place, lotOf(id));
}

function lotOf(id: string): number {
  const drawn = hash(id);
  for (let lot = 0; lot < LOTS - 1; lot += 1) if (drawn % 2 ** ((LOTS - 1 - lot) * LOT_BITS) === 0) return lot;
  return LOTS - 1;
}

/** FNV-1a with the last step of MurmurHash3, because lots are drawn by the low bits. */
function hash(text: string): number {
  let state = 2166136261;
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 16777619);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
