import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import { selectionOf } from "../../graph/selection.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { byCodePoint } from "../../graph/text-order.js";
import { askedBelow, type Entities, known, readEntities } from "../shared/entities.js";
import { idOf } from "../shared/subject.js";
import { told, type Truncation } from "../shared/truncation.js";
import type {
  AmountRange,
  FundArgs,
  FundJoined,
  FundLookThrough,
  FundPartner,
  FundReached,
} from "./fund-look-through-schema.js";
import { type Around, type FundTotals, readAround, readTotals } from "./fund-surroundings.js";
import { amountOf, givenWarnings, largestOf, moneyGiven, type MoneyGiven } from "./money-given.js";
import type { Interval, StakePath } from "./shares.js";
import { readBounds } from "./stake-bounds.js";
import { entitiesBelow, entitiesOf, relationshipsBelow, StakeObjects } from "./stake-objects.js";
import type * as answer from "./stake-schema.js";
import { examineStakes, MOST_STAKES, type StakeWeb } from "./stakes.js";

const ENDS = ["holders", "motherFunds", "subFunds", "holdings"];
const JOINED = ["founders", "managers", "targets"];
const WITH_PATHS = [...ENDS, "reached"];

const RELATIONSHIPS = [
  ...["partners", ...JOINED, "reached"].map((field) => [field, "relationship"]),
  ...["partners", "reached"].map((field) => [field, "relationships"]),
  ...relationshipsBelow(WITH_PATHS),
];

const ENTITIES = [
  ["fund"],
  ["reached", "giver"],
  ...["partners", ...JOINED].map((field) => [field, "entity"]),
  ...entitiesBelow(WITH_PATHS),
];

/** What a query asks for, by what has to be read for it. */
const NEEDS = {
  holders: ["partners", "holders", "motherFunds"],
  holdings: ["subFunds", "holdings", "targets", "reached", "given"],
  both: ["cycles", "warnings", "truncation", "truncatedReason"],
  around: [...JOINED, "reached", "warnings"],
};

/** The fund, its web, and what is joined to it and the funds below it. */
class LookThrough {
  private readonly objects: StakeObjects;
  /** Why something around the funds is not told. */
  private cut: Truncation | null;
  private readonly money: readonly MoneyGiven[];

  constructor(
    private readonly root: string,
    private readonly web: StakeWeb,
    private readonly around: readonly Around[],
    private readonly entities: Entities,
  ) {
    this.cut =
      around.length > MOST_STAKES
        ? {
            code: "RELATIONSHIPS",
            limit: MOST_STAKES,
            reason: `More than ${MOST_STAKES} relationships are at these funds; ask at a sub-fund.`,
          }
        : null;
    this.money = moneyGiven(this.of("FUNDS"));
    this.objects = new StakeObjects(web, entities);
  }

  /** Who subscribes to the fund itself, each once. */
  partners(): FundPartner[] {
    const direct = this.web.ends.holders.flatMap(({ paths }) => paths).filter(({ length }) => length === 1);
    return direct.flatMap(([stake]) => {
      if (!stake) return [];
      const { relationship, relationships, share, basis } = this.objects.stake(stake);
      const entity = this.entity(stake.holder);
      return relationship["type"] === "SUBSCRIBES" ? { entity, relationship, relationships, share, basis } : [];
    });
  }

  /** What a type of relationship joins to the fund, or to it and those below it. */
  joined(type: string, below: boolean): FundJoined[] {
    return this.of(type)
      .filter(({ fund }) => below || fund === this.root)
      .map(({ far, relationship }) => ({ entity: this.entity(far), relationship }));
  }

  /** Money given, by whom and how much of it is the fund's, until so many paths are told. */
  given(most: number): FundReached[] {
    const told: FundReached[] = [];
    let paths = 0;
    for (const item of this.money) {
      const { giver, receiver, rows } = item;
      const ways = this.pathsTo(giver);
      paths += ways.length;
      if (paths > most) {
        const reason = `More than ${most} paths lead to what was given; ask with a larger maxPaths.`;
        this.cut = { code: "PATHS", limit: most, reason };
        break;
      }
      const share = this.objects.whole(this.web.shares.over(ways));
      const amount = amountOf(item);
      const relationships = rows.map(({ relationship }) => relationship);
      told.push({
        entity: this.entity(receiver),
        giver: this.entity(giver),
        relationship: largestOf(item).relationship,
        relationships,
        share,
        attributableCny: amount && partOf(amount, share),
        paths: ways.map((way) => this.onwards(way, receiver, relationships)),
      });
    }
    return told;
  }

  answer(maxPaths: number, totals: FundTotals): FundLookThrough {
    const holders = this.web.ends.holders.map((end) => this.objects.end(end, "holders"));
    const below = this.web.ends.holdings.map((end) => this.objects.end(end, "holdings"));
    const reached = this.given(maxPaths);
    return {
      fund: this.entity(this.root),
      partners: this.partners(),
      founders: this.joined("FOUNDED", false),
      managers: this.joined("MANAGES", false),
      holders,
      motherFunds: holders.filter(({ entity }) => isFund(entity)),
      subFunds: below.filter(({ entity }) => isFund(entity)),
      holdings: below.filter(({ entity }) => !isFund(entity)),
      targets: this.joined("TARGETS", true),
      reached,
      ...totals,
      cycles: this.objects.cycles(),
      warnings: this.warnings(),
      ...told(this.web.truncation ?? this.cut),
    };
  }

  private warnings(): answer.StakeWarning[] {
    const told = new Map(
      this.money.flatMap(({ rows }) => rows.map(({ relationship }) => [relationship.id, relationship])),
    );
    const ofMoney = givenWarnings(this.money).map(({ code, message, held, rows }) => ({
      code,
      message,
      entity: this.entity(held),
      relationships: rows.flatMap((id) => told.get(id) ?? []),
    }));
    return [...this.objects.warnings(), ...ofMoney];
  }

  private of(type: string): readonly Around[] {
    return this.around.filter(({ relationship }) => relationship["type"] === type);
  }

  private entity(id: string): GraphObject {
    return known(this.entities, id);
  }

  /** The paths of stakes from the fund down to one that gave money: to itself, the empty one. */
  private pathsTo(giver: string): readonly StakePath[] {
    return giver === this.root ? [[]] : (this.web.ends.holdings.find(({ id }) => id === giver)?.paths ?? []);
  }

  /** A path of stakes, and the money given at its end. */
  private onwards(way: StakePath, far: string, relationships: readonly GraphObject[]): answer.StakePath {
    const path = this.objects.path(way);
    const nodes = way.length === 0 ? [this.entity(this.root)] : path.nodes;
    return {
      nodes: [...nodes, this.entity(far)],
      relationships: [...path.relationships, ...relationships],
      stakes: path.stakes,
      share: path.share,
    };
  }
}

function isFund({ kind }: GraphObject): boolean {
  return kind === "FUND";
}

/** A share of an amount, as far as both are known. */
function partOf(amount: Interval, { least, most }: answer.Share): AmountRange {
  return { least: (amount.least * least) / 100, most: most === null ? null : (amount.most * most) / 100 };
}

/** Who stands behind a fund, and whom its money reaches, through any number of others. */
export async function fundLookThrough(
  { graph }: RequestContext,
  args: FundArgs,
  info: GraphQLResolveInfo,
): Promise<FundLookThrough | null> {
  const { asOf = null } = args;
  const root = idOf(graph.model, "fundLookThrough(fund)", args.fund, ["Fund"]);
  const bounds = readBounds("fundLookThrough", args);
  const selection = selectionOf(info);
  const needs = (what: keyof typeof NEEDS): boolean => NEEDS[what].some((field) => selection.has(field));
  const sides = (["holders", "holdings"] as const).filter((side) => needs("both") || needs(side));
  const relationship = askedBelow(selection, RELATIONSHIPS);
  const web = await examineStakes(graph, { root, sides, asOf, ...bounds, relationship });
  const below = web.ends.holdings.map(({ id }) => id).filter((id) => id.startsWith(`${root.split(":")[0] ?? ""}:`));
  const funds = [root, ...below.sort(byCodePoint)];
  const around = needs("around") ? await readAround(graph, funds, relationship) : [];
  const ids = [root, ...entitiesOf(web), ...around.map(({ far }) => far)];
  const [entities, totals] = await Promise.all([
    readEntities(graph, ids, askedBelow(selection, ENTITIES)),
    readTotals(graph, root, funds, selection),
  ]);
  if (!entities.has(root)) return null;
  return new LookThrough(root, web, around, entities).answer(bounds.maxPaths, totals);
}
