import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a text is a calendar date of year, month or day precision: `2023`, `2023-03`, `2023-03-10`. */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL_DATE.exec(text);
  if (!match) return false;
  const [, year, month = "01", day = "01"] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

function parse(value: unknown, node?: ValueNode): string {
  if (typeof value === "string" && isPartialDate(value)) return value;
  throw new GraphQLError(
    `PartialDate: expected a date as "2023", "2023-03" or "2023-03-10" but got ${JSON.stringify(value)}; ` +
      "write the year with four digits, month and day with two.",
    node ? { nodes: node } : {},
  );
}

/** A point in time, as ISO 8601 writes it in UTC; only answered, never taken. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "A point in time by ISO 8601, in UTC (时刻): 2026-03-10T08:30:00.000Z.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time",
  serialize: (value) => (value as Date).toISOString(),
});

/** A calendar date of the precision that its source gives; see {@link isPartialDate}. */
export const PartialDate = new GraphQLScalarType<string, string>({
  name: "PartialDate",
  description:
    "A calendar date of the precision that the source gives (日期，可只到年或月): 2023, 2023-03 or 2023-03-10. " +
    "As text, 2023 sorts before 2023-03.",
  serialize: (value) => String(value),
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : node.kind, node),
});
