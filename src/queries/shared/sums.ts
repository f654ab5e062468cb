import { cypher, join, name } from "../../graph/cypher.js";

/** What of a project is summed in one unit; a ratio, such as storage in percent, is no quantity. */
export const SUMMED = ["investmentCny", "installedMw", "areaMu"] as const;

/** What is summed for each unit of its own, and the property that holds the unit. */
export const OUTPUT = "annualOutput";
export const OUTPUT_UNIT = "annualOutputUnit";

/** Of projects `n`: the sum of each figure and for how many it is known, the annual output last. */
export const sums = join(
  [...SUMMED, OUTPUT].map((property) => cypher`sum(n.${name(property)}), count(n.${name(property)})`),
  ", ",
);
