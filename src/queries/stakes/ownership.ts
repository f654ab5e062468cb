import type { GraphQLResolveInfo } from "graphql";
import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import { type GraphModel, isKind, ownerOf } from "../../graph/model.js";
import { type Selection, selectionOf } from "../../graph/selection.js";
import { askedBelow, readEntities } from "../shared/entities.js";
import { told } from "../shared/truncation.js";
import type { Ownership, OwnershipArgs } from "./ownership-schema.js";
import type { Side } from "./shares.js";
import { readBounds } from "./stake-bounds.js";
import { entitiesBelow, entitiesOf, relationshipsBelow, StakeObjects } from "./stake-objects.js";
import { STAKES } from "./stake-statements.js";
import { examineStakes } from "./stakes.js";

const SIDES: readonly Side[] = ["holders", "holdings"];

/** Whoever can stand at an end of a stake. */
function checkParty(model: GraphModel, party: string): void {
  const owner = ownerOf(model, party);
  const types = Object.keys(STAKES).flatMap((type) => model.relationships.get(type) ?? []);
  if (isKind(owner) && types.some(({ from, to }) => from.has(owner.name) || to.has(owner.name))) return;
  throw new BadInput(
    `ownership(party): expected the id of who can own or be owned, as company:…, fund:… or project:…, but got ${JSON.stringify(party)}; ask node(id:) for any kind.`,
  );
}

/** The sides that a query asks about: what tells of both needs both. */
function sidesOf(selection: Selection): Side[] {
  const both = ["cycles", "warnings", "truncation", "truncatedReason"].some((field) => selection.has(field));
  return SIDES.filter((side) => both || selection.has(side));
}

const RELATIONSHIPS = relationshipsBelow(SIDES);
const ENTITIES = [["party"], ...entitiesBelow(SIDES)];

/** Who holds a party and what it holds, through any number of others. */
export async function ownership(
  { graph }: RequestContext,
  args: OwnershipArgs,
  info: GraphQLResolveInfo,
): Promise<Ownership | null> {
  const { party, asOf = null } = args;
  checkParty(graph.model, party);
  const selection = selectionOf(info);
  const web = await examineStakes(graph, {
    root: party,
    sides: sidesOf(selection),
    asOf,
    ...readBounds("ownership", args),
    relationship: askedBelow(selection, RELATIONSHIPS),
  });
  const entities = await readEntities(graph, [party, ...entitiesOf(web)], askedBelow(selection, ENTITIES));
  const found = entities.get(party);
  if (!found) return null;
  const objects = new StakeObjects(web, entities);
  return {
    party: found,
    asOf,
    holders: web.ends.holders.map((end) => objects.end(end, "holders")),
    holdings: web.ends.holdings.map((end) => objects.end(end, "holdings")),
    cycles: objects.cycles(),
    warnings: objects.warnings(),
    ...told(web.truncation),
  };
}
