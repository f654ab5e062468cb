import fc from "fast-check";
import type { Row } from "./rows.js";

type More = Readonly<Record<string, unknown>>;

/** Ids of a kind. */
export function named(kind: string, ...slugs: readonly string[]): readonly string[] {
  return slugs.map((slug) => `${kind}:${slug}`);
}

/** A value, or none. */
export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

function stated(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;
}

/** Entities with these ids, each with properties drawn for it. */
export function entities(
  ids: readonly string[],
  more: fc.Arbitrary<More> = fc.constant({}),
): fc.Arbitrary<readonly Row[]> {
  return fc
    .tuple(...ids.map((id) => more.map((properties): Row => ({ id, name: id.split(":")[1], ...properties }))))
    .map((rows) => rows.map(stated));
}

/** Relationships to be drawn. */
export interface Drawn {
  readonly type: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** How many at most; half as many at least. */
  readonly most: number;
  readonly more?: fc.Arbitrary<More>;
  /** How often the same two are joined at most; once unless told, but by chance. */
  readonly again?: number;
  /** Keeps relationships from running in a circle. */
  readonly forward?: boolean;
}

/** Relationships at random; the same two may be joined more than once, and an entity to itself. */
export function relationships(drawn: Drawn, index: number): fc.Arbitrary<readonly Row[]> {
  const { type, from, to, most, more = fc.constant({}), forward = false, again = 1 } = drawn;
  const rows = fc.array(more, { minLength: 1, maxLength: again });
  return fc
    .array(fc.tuple(fc.constantFrom(...from), fc.constantFrom(...to), rows), {
      minLength: Math.floor(most / 2),
      maxLength: most,
    })
    .map((rows) => rows.filter(([start, end]) => !forward || start > end))
    .map((rows) =>
      rows.flatMap(([start, end, its], place) =>
        its.map((properties, time) =>
          stated({
            id: `${type}:${index}-${place}${time === 0 ? "" : `-${time}`}`,
            from: start,
            to: end,
            ...properties,
          }),
        ),
      ),
    );
}
