// Written by npm run emit from documents/ and the schema; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
/** The kinds of entity (实体类型). */
export type EntityKind =
  /** region (行政区) */
  | "REGION"
  /** development zone (开发区) */
  | "ZONE"
  /** industry (产业) */
  | "INDUSTRY"
  /** industry chain (产业链) */
  | "CHAIN"
  /** chain stage (产业链环节) */
  | "STAGE"
  /** product (产品) */
  | "PRODUCT"
  /** company (企业) */
  | "COMPANY"
  /** project (项目) */
  | "PROJECT"
  /** university (高校) */
  | "UNIVERSITY"
  /** institute (科研机构) */
  | "INSTITUTE"
  /** agency (政府机构) */
  | "AGENCY"
  /** fund (基金) */
  | "FUND"
  /** person (人物) */
  | "PERSON"
  /** policy (政策) */
  | "POLICY"
  /** platform (平台) */
  | "PLATFORM"
  /** task force (专班) */
  | "TASK_FORCE"
  /** measure (举措) */
  | "MEASURE"
  /** milestone (里程碑) */
  | "MILESTONE"
  /** designation (称号) */
  | "DESIGNATION"
  /** source (来源) */
  | "SOURCE";

/** How a stated figure is meant (数值限定). */
export type Qualifier =
  /** exactly (确切) */
  | "EXACT"
  /** about (约) */
  | "ABOUT"
  /** over (超过) */
  | "OVER"
  /** at most (至多) */
  | "AT_MOST"
  /** illegible in the source (无法辨认) */
  | "ILLEGIBLE";

/** The types of relationship, as they are called in Neo4j (关系类型). */
export type RelationshipType =
  /** is located in (位于) */
  | "LOCATED_IN"
  /** is part of (属于) */
  | "PART_OF"
  /** develops (发展) */
  | "DEVELOPS"
  /** has stage (包含环节) */
  | "HAS_STAGE"
  /** feeds (供给) */
  | "FEEDS"
  /** produces (生产) */
  | "PRODUCES"
  /** leads (任链主) */
  | "LEADS"
  /** joins (加入) */
  | "JOINS"
  /** stands in (在链) */
  | "STANDS_IN"
  /** lacks (缺少) */
  | "LACKS"
  /** builds (建设) */
  | "BUILDS"
  /** supplies (供应) */
  | "SUPPLIES"
  /** partners with (合作) */
  | "PARTNERS_WITH"
  /** funds (出资) */
  | "FUNDS"
  /** founded (发起设立) */
  | "FOUNDED"
  /** manages (管理) */
  | "MANAGES"
  /** subscribes to (认缴) */
  | "SUBSCRIBES"
  /** is a sub-fund of (子基金) */
  | "SUB_FUND_OF"
  /** targets (聚焦) */
  | "TARGETS"
  /** owns (持有) */
  | "OWNS"
  /** supports (支持) */
  | "SUPPORTS"
  /** is assigned to (分解到) */
  | "ASSIGNED_TO"
  /** chairs (牵头) */
  | "CHAIRS"
  /** is a member of (参加) */
  | "MEMBER_OF"
  /** issued (出台) */
  | "ISSUED"
  /** applies to (适用于) */
  | "APPLIES_TO"
  /** holds office at (任职) */
  | "HOLDS_OFFICE"
  /** attended (出席) */
  | "ATTENDED"
  /** visited (走访) */
  | "VISITED"
  /** hosts (承办) */
  | "HOSTS"
  /** reached (达成) */
  | "REACHED"
  /** was awarded to (授予) */
  | "AWARDED"
  /** authored (撰写) */
  | "AUTHORED";

/** In which direction relationships are followed (方向). */
export type Direction =
  /** from the entity (出) */
  | "OUT"
  /** to the entity (入) */
  | "IN"
  /** either way (双向) */
  | "BOTH";

/** How far a project has come (项目状态). */
export type ProjectStatus =
  /** planned (计划) */
  | "PLANNED"
  /** signed (已签约) */
  | "SIGNED"
  /** under construction (在建) */
  | "UNDER_CONSTRUCTION"
  /** expected to go into production, with no report that it has (待投产) */
  | "AWAITING_PRODUCTION"
  /** in production (已投产) */
  | "IN_PRODUCTION";

/** What an answer leaves out (截断类别). */
export type TruncationCode =
  /** stages of the chain (环节) */
  | "STAGES"
  /** relationships between stages: the order is of those that were read (供给关系) */
  | "FEEDS"
  /** parts of the chain (子链) */
  | "PARTS"
  /** the rest of a list that was asked with a smaller first (列表其余项) */
  | "LISTED"
  /** the order of milestones beyond the limit (里程碑) */
  | "MILESTONES"
  /** rows (统计行) */
  | "ROWS"
  /** stakes beyond the limit (持股与出资) */
  | "STAKES"
  /** relationships around the funds (基金周边关系) */
  | "RELATIONSHIPS"
  /** paths of stakes (路径) */
  | "PATHS"
  /** stakes at a greater depth (更深层级) */
  | "DEPTH";

/** In which order neighbours come (邻居次序). */
export type NeighborOrder =
  /** by id: each page as fast at a hub as anywhere (按标识) */
  | "ID"
  /** by the number of relationships, the highest first, then by id (按度数) */
  | "DEGREE";

/** How the share of a stake is known (比例依据). */
export type ShareBasis =
  /** a source states the percentage (来源所述) */
  | "STATED"
  /** computed: the amount subscribed in percent of the fund's size (由金额推算) */
  | "DERIVED"
  /** nothing says; anything from 0 to what the known shares leave (未知) */
  | "UNKNOWN"
  /** stated, but its dates do not say whether it holds at all of the time asked for (时效不明) */
  | "UNCERTAIN";

/** What an answer about stakes cannot be sure of (提示类型). */
export type StakeWarningCode =
  /** a share is not recorded (比例未知) */
  | "UNKNOWN_SHARE"
  /** the known shares in one entity come to more than 100 % (合计超过100%) */
  | "ABOVE_100"
  /** rows between the same two may state one thing, or several that add up; counted from the largest to the sum (可能重复) */
  | "MAYBE_ONE"
  /** the dates of a stake leave open whether it holds (时效不明) */
  | "UNCERTAIN_PERIOD"
  /** a stake has an end recorded and is left out, because no date was asked for (已终止) */
  | "ENDED";

/** Whether an unfinished import is still running (导入状态). */
export type ImportState =
  /** running (正在导入) */
  | "RUNNING"
  /** interrupted: import the folder again to complete it (已中断) */
  | "INTERRUPTED";

/** By what is counted (统计维度). */
export type StatisticsDimension =
  /** the zones that it lies in; of a partnership, the zone (开发区) */
  | "ZONE"
  /** the provinces that it lies in, at any depth (省) */
  | "PROVINCE"
  /** the prefectures that it lies in, at any depth (市) */
  | "PREFECTURE"
  /** the counties that it lies in, at any depth (县) */
  | "COUNTY"
  /** the chains that it joined or leads; a stage that several chains have tells none (产业链) */
  | "CHAIN"
  /** the industries that it, or a chain of its, is part of, wider ones among them (产业) */
  | "INDUSTRY"
  /** the status of a project (状态) */
  | "STATUS"
  /** of a project, the year of its status; of a partnership, that of its date (年份) */
  | "YEAR"
  /** what is counted (类型) */
  | "KIND";

/** Whose date an entry of a timeline is (日期归属). */
export type TimelineOrigin =
  /** the entity's own (本身) */
  | "OWN"
  /** a relationship's, between the entity and another (关系) */
  | "RELATIONSHIP"
  /** an entity's that is one relationship away (相邻实体) */
  | "NEIGHBOUR";

export type ChainMapQueryVariables = Exact<{
  chain: string | number;
  stages?: number | null | undefined;
  members?: number | null | undefined;
  withMembers?: boolean | null | undefined;
}>;

export type ChainMapQuery = {
  chainMap: {
    stageCount: number;
    partCount: number;
    cycleStages: Array<Array<string>>;
    chain: { id: string; kind: EntityKind; name: string; nameEn: string | null };
    truncation: { code: TruncationCode; limit: number } | null;
    totals: Array<{
      metric: string;
      unit: string | null;
      recorded: number | null;
      most: number | null;
      known: number;
      of: number;
      stated: number | null;
    }> | null;
    byStatus: Array<{
      status: ProjectStatus | null;
      projects: number;
      totals: Array<{
        metric: string;
        unit: string | null;
        recorded: number | null;
        most: number | null;
        known: number;
        of: number;
        stated: number | null;
      }>;
    }> | null;
    leaders: {
      totalCount: number;
      edges: Array<{
        node: { id: string; kind: EntityKind; name: string; nameEn: string | null };
        chain: { id: string; kind: EntityKind; name: string; nameEn: string | null };
        places: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
      }>;
    } | null;
    stages: Array<{
      layer: number | null;
      stage: { id: string; kind: EntityKind; name: string; nameEn: string | null } | null;
      leaders?: {
        totalCount: number;
        nodes: Array<
          | { id: string; kind: EntityKind; name: string; nameEn: string | null }
          | {
              status: ProjectStatus | null;
              investmentCny: number | null;
              id: string;
              kind: EntityKind;
              name: string;
              nameEn: string | null;
            }
        >;
      } | null;
      companies?: {
        totalCount: number;
        nodes: Array<
          | { id: string; kind: EntityKind; name: string; nameEn: string | null }
          | {
              status: ProjectStatus | null;
              investmentCny: number | null;
              id: string;
              kind: EntityKind;
              name: string;
              nameEn: string | null;
            }
        >;
      } | null;
      projects?: {
        totalCount: number;
        nodes: Array<
          | { id: string; kind: EntityKind; name: string; nameEn: string | null }
          | {
              status: ProjectStatus | null;
              investmentCny: number | null;
              id: string;
              kind: EntityKind;
              name: string;
              nameEn: string | null;
            }
        >;
      } | null;
      products?: {
        totalCount: number;
        nodes: Array<
          | { id: string; kind: EntityKind; name: string; nameEn: string | null }
          | {
              status: ProjectStatus | null;
              investmentCny: number | null;
              id: string;
              kind: EntityKind;
              name: string;
              nameEn: string | null;
            }
        >;
      } | null;
    }> | null;
    withoutStage: {
      layer: number | null;
      stage: { id: string; kind: EntityKind; name: string; nameEn: string | null } | null;
      leaders?: {
        totalCount: number;
        nodes: Array<
          | { id: string; kind: EntityKind; name: string; nameEn: string | null }
          | {
              status: ProjectStatus | null;
              investmentCny: number | null;
              id: string;
              kind: EntityKind;
              name: string;
              nameEn: string | null;
            }
        >;
      } | null;
      companies?: {
        totalCount: number;
        nodes: Array<
          | { id: string; kind: EntityKind; name: string; nameEn: string | null }
          | {
              status: ProjectStatus | null;
              investmentCny: number | null;
              id: string;
              kind: EntityKind;
              name: string;
              nameEn: string | null;
            }
        >;
      } | null;
      projects?: {
        totalCount: number;
        nodes: Array<
          | { id: string; kind: EntityKind; name: string; nameEn: string | null }
          | {
              status: ProjectStatus | null;
              investmentCny: number | null;
              id: string;
              kind: EntityKind;
              name: string;
              nameEn: string | null;
            }
        >;
      } | null;
      products?: {
        totalCount: number;
        nodes: Array<
          | { id: string; kind: EntityKind; name: string; nameEn: string | null }
          | {
              status: ProjectStatus | null;
              investmentCny: number | null;
              id: string;
              kind: EntityKind;
              name: string;
              nameEn: string | null;
            }
        >;
      } | null;
    };
  } | null;
};

export type GroupFragment = {
  layer: number | null;
  stage: { id: string; kind: EntityKind; name: string; nameEn: string | null } | null;
  leaders?: {
    totalCount: number;
    nodes: Array<
      | { id: string; kind: EntityKind; name: string; nameEn: string | null }
      | {
          status: ProjectStatus | null;
          investmentCny: number | null;
          id: string;
          kind: EntityKind;
          name: string;
          nameEn: string | null;
        }
    >;
  } | null;
  companies?: {
    totalCount: number;
    nodes: Array<
      | { id: string; kind: EntityKind; name: string; nameEn: string | null }
      | {
          status: ProjectStatus | null;
          investmentCny: number | null;
          id: string;
          kind: EntityKind;
          name: string;
          nameEn: string | null;
        }
    >;
  } | null;
  projects?: {
    totalCount: number;
    nodes: Array<
      | { id: string; kind: EntityKind; name: string; nameEn: string | null }
      | {
          status: ProjectStatus | null;
          investmentCny: number | null;
          id: string;
          kind: EntityKind;
          name: string;
          nameEn: string | null;
        }
    >;
  } | null;
  products?: {
    totalCount: number;
    nodes: Array<
      | { id: string; kind: EntityKind; name: string; nameEn: string | null }
      | {
          status: ProjectStatus | null;
          investmentCny: number | null;
          id: string;
          kind: EntityKind;
          name: string;
          nameEn: string | null;
        }
    >;
  } | null;
};

export type MembersFragment = {
  totalCount: number;
  nodes: Array<
    | { id: string; kind: EntityKind; name: string; nameEn: string | null }
    | {
        status: ProjectStatus | null;
        investmentCny: number | null;
        id: string;
        kind: EntityKind;
        name: string;
        nameEn: string | null;
      }
  >;
};

export type SumFragment = {
  metric: string;
  unit: string | null;
  recorded: number | null;
  most: number | null;
  known: number;
  of: number;
  stated: number | null;
};

export type TruncatedFragment = { code: TruncationCode; limit: number };

export type EntityDetailsQueryVariables = Exact<{
  id: string | number;
}>;

export type EntityDetailsQuery = {
  node:
    | ({
        aliases: Array<string>;
        properties: unknown;
        id: string;
        kind: EntityKind;
        name: string;
        nameEn: string | null;
        facts: Array<{
          property: string;
          label: string;
          labelEn: string | null;
          value: unknown;
          unit: string | null;
          qualifier: Qualifier;
          planned: boolean;
          asOf: string | null;
          citation: {
            article: string | null;
            paragraph: number | null;
            source: { id: string; name: string; nameEn: string | null };
          };
        }>;
        citations: Array<{
          article: string | null;
          paragraph: number | null;
          source: { id: string; name: string; nameEn: string | null };
        }>;
      } & {
        __typename:
          | "Region"
          | "Zone"
          | "Industry"
          | "Chain"
          | "Stage"
          | "Product"
          | "Company"
          | "Project"
          | "University"
          | "Institute"
          | "Agency"
          | "Fund"
          | "Person"
          | "Policy"
          | "Platform"
          | "TaskForce"
          | "Measure"
          | "Milestone"
          | "Designation"
          | "Source";
      })
    | {
        __typename:
          | "LocatedIn"
          | "PartOf"
          | "Develops"
          | "HasStage"
          | "Feeds"
          | "Produces"
          | "Leads"
          | "Joins"
          | "StandsIn"
          | "Lacks"
          | "Builds"
          | "Supplies"
          | "PartnersWith"
          | "Funds"
          | "Founded"
          | "Manages"
          | "Subscribes"
          | "SubFundOf"
          | "Targets"
          | "Owns";
      }
    | {
        __typename:
          | "Supports"
          | "AssignedTo"
          | "Chairs"
          | "MemberOf"
          | "Issued"
          | "AppliesTo"
          | "HoldsOffice"
          | "Attended"
          | "Visited"
          | "Hosts"
          | "Reached"
          | "Awarded"
          | "Authored";
      }
    | null;
};

export type RelationshipDetailsQueryVariables = Exact<{
  id: string | number;
}>;

export type RelationshipDetailsQuery = {
  node:
    | {
        __typename:
          | "Region"
          | "Zone"
          | "Industry"
          | "Chain"
          | "Stage"
          | "Product"
          | "Company"
          | "Project"
          | "University"
          | "Institute"
          | "Agency"
          | "Fund"
          | "Person"
          | "Policy"
          | "Platform"
          | "TaskForce"
          | "Measure"
          | "Milestone"
          | "Designation"
          | "Source";
      }
    | ({
        id: string;
        type: RelationshipType;
        properties: unknown;
        from: { id: string; kind: EntityKind; name: string; nameEn: string | null };
        to: { id: string; kind: EntityKind; name: string; nameEn: string | null };
        facts: Array<{
          property: string;
          label: string;
          labelEn: string | null;
          value: unknown;
          unit: string | null;
          qualifier: Qualifier;
          planned: boolean;
          asOf: string | null;
          citation: {
            article: string | null;
            paragraph: number | null;
            source: { id: string; name: string; nameEn: string | null };
          };
        }>;
        citations: Array<{
          article: string | null;
          paragraph: number | null;
          source: { id: string; name: string; nameEn: string | null };
        }>;
      } & {
        __typename:
          | "LocatedIn"
          | "PartOf"
          | "Develops"
          | "HasStage"
          | "Feeds"
          | "Produces"
          | "Leads"
          | "Joins"
          | "StandsIn"
          | "Lacks"
          | "Builds"
          | "Supplies"
          | "PartnersWith"
          | "Funds"
          | "Founded"
          | "Manages"
          | "Subscribes"
          | "SubFundOf"
          | "Targets"
          | "Owns";
      })
    | ({
        id: string;
        type: RelationshipType;
        properties: unknown;
        from: { id: string; kind: EntityKind; name: string; nameEn: string | null };
        to: { id: string; kind: EntityKind; name: string; nameEn: string | null };
        facts: Array<{
          property: string;
          label: string;
          labelEn: string | null;
          value: unknown;
          unit: string | null;
          qualifier: Qualifier;
          planned: boolean;
          asOf: string | null;
          citation: {
            article: string | null;
            paragraph: number | null;
            source: { id: string; name: string; nameEn: string | null };
          };
        }>;
        citations: Array<{
          article: string | null;
          paragraph: number | null;
          source: { id: string; name: string; nameEn: string | null };
        }>;
      } & {
        __typename:
          | "Supports"
          | "AssignedTo"
          | "Chairs"
          | "MemberOf"
          | "Issued"
          | "AppliesTo"
          | "HoldsOffice"
          | "Attended"
          | "Visited"
          | "Hosts"
          | "Reached"
          | "Awarded"
          | "Authored";
      })
    | null;
};

export type FigureFragment = {
  property: string;
  label: string;
  labelEn: string | null;
  value: unknown;
  unit: string | null;
  qualifier: Qualifier;
  planned: boolean;
  asOf: string | null;
  citation: {
    article: string | null;
    paragraph: number | null;
    source: { id: string; name: string; nameEn: string | null };
  };
};

export type PassageFragment = {
  article: string | null;
  paragraph: number | null;
  source: { id: string; name: string; nameEn: string | null };
};

export type ImportsQueryVariables = Exact<{ [key: string]: never }>;

export type ImportsQuery = {
  imports: Array<{ dataset: string; state: ImportState; rows: number | null; totalRows: number | null }> | null;
};

export type LookThroughQueryVariables = Exact<{
  fund: string | number;
}>;

export type LookThroughQuery = {
  fundLookThrough: {
    fund: { properties: unknown; id: string; kind: EntityKind; name: string; nameEn: string | null };
    partners: Array<{
      basis: ShareBasis;
      entity: { id: string; kind: EntityKind; name: string; nameEn: string | null };
      share: { least: number; most: number | null };
    }>;
    founders: Array<{ entity: { id: string; kind: EntityKind; name: string; nameEn: string | null } }>;
    managers: Array<{ entity: { id: string; kind: EntityKind; name: string; nameEn: string | null } }>;
    targets: Array<{ entity: { id: string; kind: EntityKind; name: string; nameEn: string | null } }>;
    holders: Array<{
      ultimate: boolean;
      entity: { id: string; kind: EntityKind; name: string; nameEn: string | null };
      share: { least: number; most: number | null };
      paths: Array<{
        nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
        share: { least: number; most: number | null };
      }>;
    }>;
    motherFunds: Array<{
      ultimate: boolean;
      entity: { id: string; kind: EntityKind; name: string; nameEn: string | null };
      share: { least: number; most: number | null };
      paths: Array<{
        nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
        share: { least: number; most: number | null };
      }>;
    }>;
    subFunds: Array<{
      ultimate: boolean;
      entity: { id: string; kind: EntityKind; name: string; nameEn: string | null };
      share: { least: number; most: number | null };
      paths: Array<{
        nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
        share: { least: number; most: number | null };
      }>;
    }>;
    holdings: Array<{
      ultimate: boolean;
      entity: { id: string; kind: EntityKind; name: string; nameEn: string | null };
      share: { least: number; most: number | null };
      paths: Array<{
        nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
        share: { least: number; most: number | null };
      }>;
    }>;
    reached: Array<{
      entity: { id: string; kind: EntityKind; name: string; nameEn: string | null };
      giver: { id: string; kind: EntityKind; name: string; nameEn: string | null };
      relationship: { id: string } | { id: string };
      share: { least: number; most: number | null };
      attributableCny: { least: number; most: number | null } | null;
    }>;
    subscribed: {
      metric: string;
      unit: string | null;
      recorded: number | null;
      most: number | null;
      known: number;
      of: number;
      stated: number | null;
    } | null;
    warnings: Array<{
      code: StakeWarningCode;
      entity: { id: string; kind: EntityKind; name: string; nameEn: string | null };
      relationships: Array<
        | {
            id: string;
            from: { id: string; kind: EntityKind; name: string; nameEn: string | null };
            to: { id: string; kind: EntityKind; name: string; nameEn: string | null };
          }
        | {
            id: string;
            from: { id: string; kind: EntityKind; name: string; nameEn: string | null };
            to: { id: string; kind: EntityKind; name: string; nameEn: string | null };
          }
      >;
    }>;
    cycles: Array<{ nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }> }>;
    truncation: { code: TruncationCode; limit: number } | null;
  } | null;
};

export type EndFragment = {
  ultimate: boolean;
  entity: { id: string; kind: EntityKind; name: string; nameEn: string | null };
  share: { least: number; most: number | null };
  paths: Array<{
    nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
    share: { least: number; most: number | null };
  }>;
};

export type RangeFragment = { least: number; most: number | null };

export type OverviewQueryVariables = Exact<{
  zones?: number | null | undefined;
  each?: number | null | undefined;
}>;

export type OverviewQuery = {
  zones: {
    totalCount: number;
    nodes: Array<{
      id: string;
      kind: EntityKind;
      name: string;
      nameEn: string | null;
      chains: {
        nodes: Array<{
          id: string;
          kind: EntityKind;
          name: string;
          nameEn: string | null;
          leadingCompanies: {
            nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
          } | null;
        }>;
      } | null;
      industries: { nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }> } | null;
      partnerUniversities: {
        nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
      } | null;
      partnerInstitutes: {
        nodes: Array<{
          id: string;
          kind: EntityKind;
          name: string;
          nameEn: string | null;
          partOf: { nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }> } | null;
        }>;
      } | null;
      funds: { nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }> } | null;
    }>;
  } | null;
};

export type BestConnectedQueryVariables = Exact<{
  kinds?: Array<EntityKind> | EntityKind | null | undefined;
  first: number;
}>;

export type BestConnectedQuery = {
  bestConnected: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }> | null;
};

export type TotalsQueryVariables = Exact<{ [key: string]: never }>;

export type TotalsQuery = {
  zones: { totalCount: number } | null;
  chains: { totalCount: number } | null;
  companies: { totalCount: number } | null;
  projects: { totalCount: number } | null;
  universities: { totalCount: number } | null;
  institutes: { totalCount: number } | null;
  funds: { totalCount: number } | null;
  platforms: { totalCount: number } | null;
  policies: { totalCount: number } | null;
  agencies: { totalCount: number } | null;
  people: { totalCount: number } | null;
  industries: { totalCount: number } | null;
  stages: { totalCount: number } | null;
  products: { totalCount: number } | null;
  regions: { totalCount: number } | null;
  designations: { totalCount: number } | null;
  milestones: { totalCount: number } | null;
  measures: { totalCount: number } | null;
  taskForces: { totalCount: number } | null;
  sources: { totalCount: number } | null;
};

export type NamedFragment = { id: string; kind: EntityKind; name: string; nameEn: string | null };

export type StartingPointsQueryVariables = Exact<{ [key: string]: never }>;

export type StartingPointsQuery = {
  projects: {
    nodes: Array<{ aliases: Array<string>; id: string; kind: EntityKind; name: string; nameEn: string | null }>;
  } | null;
  chains: { nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }> } | null;
  funds: {
    nodes: Array<{ aliases: Array<string>; id: string; kind: EntityKind; name: string; nameEn: string | null }>;
  } | null;
  universities: { nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }> } | null;
  zones: { nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }> } | null;
};

export type FindQueryVariables = Exact<{
  query: string;
  first: number;
}>;

export type FindQuery = {
  search: {
    truncatedReason: string | null;
    edges: Array<{
      node: { id: string; kind: EntityKind; name: string; nameEn: string | null };
      matches: Array<{ field: string; text: string }>;
    }>;
  } | null;
};

export type PictureSourcesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;

export type PictureSourcesQuery = {
  nodes: Array<
    | ({ citations: Array<{ source: { id: string; kind: EntityKind; name: string; nameEn: string | null } }> } & {
        __typename:
          | "Region"
          | "Zone"
          | "Industry"
          | "Chain"
          | "Stage"
          | "Product"
          | "Company"
          | "Project"
          | "University"
          | "Institute"
          | "Agency"
          | "Fund"
          | "Person"
          | "Policy"
          | "Platform"
          | "TaskForce"
          | "Measure"
          | "Milestone"
          | "Designation"
          | "Source";
      })
    | ({ citations: Array<{ source: { id: string; kind: EntityKind; name: string; nameEn: string | null } }> } & {
        __typename:
          | "LocatedIn"
          | "PartOf"
          | "Develops"
          | "HasStage"
          | "Feeds"
          | "Produces"
          | "Leads"
          | "Joins"
          | "StandsIn"
          | "Lacks"
          | "Builds"
          | "Supplies"
          | "PartnersWith"
          | "Funds"
          | "Founded"
          | "Manages"
          | "Subscribes"
          | "SubFundOf"
          | "Targets"
          | "Owns";
      })
    | ({ citations: Array<{ source: { id: string; kind: EntityKind; name: string; nameEn: string | null } }> } & {
        __typename:
          | "Supports"
          | "AssignedTo"
          | "Chairs"
          | "MemberOf"
          | "Issued"
          | "AppliesTo"
          | "HoldsOffice"
          | "Attended"
          | "Visited"
          | "Hosts"
          | "Reached"
          | "Awarded"
          | "Authored";
      })
    | null
  > | null;
};

export type ProjectsByZoneQueryVariables = Exact<{
  first?: number | null | undefined;
}>;

export type ProjectsByZoneQuery = {
  statistics: {
    truncation: { code: TruncationCode; limit: number } | null;
    totals: Array<{
      metric: string;
      unit: string | null;
      recorded: number | null;
      most: number | null;
      known: number;
      of: number;
      stated: number | null;
    }> | null;
    rows: Array<{
      keys: Array<{
        dimension: StatisticsDimension;
        value: string | null;
        entity: { id: string; kind: EntityKind; name: string; nameEn: string | null } | null;
      }>;
      totals: Array<{
        metric: string;
        unit: string | null;
        recorded: number | null;
        most: number | null;
        known: number;
        of: number;
        stated: number | null;
      }>;
    }>;
  } | null;
};

export type TimelineQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
}>;

export type TimelineQuery = {
  node: { id: string; kind: EntityKind; name: string; nameEn: string | null } | null;
  timeline: {
    totalCount: number;
    truncation: { code: TruncationCode; limit: number } | null;
    waitsAt: {
      status: ProjectStatus | null;
      statusAsOf: string | null;
      since: string | null;
      next: { zh: string; en: string } | null;
      milestone: { id: string; kind: EntityKind; name: string; nameEn: string | null } | null;
    } | null;
    overdue: Array<{
      label: string;
      labelEn: string;
      date: string;
      daysOverdue: number | null;
      statusAsOf: string | null;
    }> | null;
    nodes: Array<{
      date: string | null;
      step: number | null;
      origin: TimelineOrigin;
      property: string;
      label: string;
      labelEn: string;
      planned: boolean;
      daysSincePrevious: number | null;
      entity: { id: string; kind: EntityKind; name: string; nameEn: string | null };
    }>;
  } | null;
};

export type NeighbourCountsQueryVariables = Exact<{
  id: string | number;
}>;

export type NeighbourCountsQuery = {
  node: {
    neighborSummary: Array<{ type: RelationshipType; direction: Direction; kind: EntityKind; count: number }> | null;
  } | null;
};

export type ExpandQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  shown?: Array<string | number> | string | number | null | undefined;
  types?: Array<RelationshipType> | RelationshipType | null | undefined;
  direction?: Direction | null | undefined;
  kinds?: Array<EntityKind> | EntityKind | null | undefined;
  orderBy?: NeighborOrder | null | undefined;
  first?: number | null | undefined;
}>;

export type ExpandQuery = {
  expand: {
    totalCount: number;
    truncatedReason: string | null;
    nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
    relationships: Array<
      | { id: string; type: RelationshipType; from: { id: string }; to: { id: string } }
      | { id: string; type: RelationshipType; from: { id: string }; to: { id: string } }
    >;
  } | null;
};

export type BetweenQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  maxNodes: number;
}>;

export type BetweenQuery = {
  subgraph: {
    nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
    relationships: Array<
      | { id: string; type: RelationshipType; from: { id: string }; to: { id: string } }
      | { id: string; type: RelationshipType; from: { id: string }; to: { id: string } }
    >;
  } | null;
};

export type AroundQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  depth: number;
  maxNodes: number;
}>;

export type AroundQuery = { subgraph: { columns: unknown; truncatedReason: string | null } | null };

export type PathsQueryVariables = Exact<{
  from: string | number;
  to: string | number;
  maxLength: number;
  first: number;
  avoidKinds?: Array<EntityKind> | EntityKind | null | undefined;
  hinted?: boolean | null | undefined;
}>;

export type PathsQuery = {
  paths: {
    truncatedReason: string | null;
    hint?: string | null;
    paths: Array<{
      length: number;
      nodes: Array<{ id: string; kind: EntityKind; name: string; nameEn: string | null }>;
      relationships: Array<
        | { id: string; type: RelationshipType; from: { id: string }; to: { id: string } }
        | { id: string; type: RelationshipType; from: { id: string }; to: { id: string } }
      >;
    }>;
  } | null;
};

export type RelatedQueryVariables = Exact<{
  id: string | number;
  types?: Array<RelationshipType> | RelationshipType | null | undefined;
  direction: Direction;
  kinds?: Array<EntityKind> | EntityKind | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type RelatedQuery = {
  node: {
    relationships: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      edges: Array<{ node: { id: string; kind: EntityKind; name: string; nameEn: string | null } }>;
    } | null;
  } | null;
};

type Line_52JyGw945crQp5ntLEwKw4bSchFepMwWpPirvUDhXm_Fragment = {
  id: string;
  type: RelationshipType;
  from: { id: string };
  to: { id: string };
};

type Line_Su8d451xvbk1nP9D3lF5Tc67mYzOunUjz3htYxEy_Fragment = {
  id: string;
  type: RelationshipType;
  from: { id: string };
  to: { id: string };
};

export type LineFragment =
  Line_52JyGw945crQp5ntLEwKw4bSchFepMwWpPirvUDhXm_Fragment | Line_Su8d451xvbk1nP9D3lF5Tc67mYzOunUjz3htYxEy_Fragment;

export type WordsQueryVariables = Exact<{ [key: string]: never }>;

export type WordsQuery = {
  vocabulary: Array<{
    enum: string;
    value: string;
    zh: string;
    en: string;
    inverseZh: string | null;
    inverseEn: string | null;
  }>;
  propertyTerms: Array<{ of: string; property: string; zh: string; en: string; unit: string | null; type: string }>;
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>["__apiType"]>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const NamedFragmentDoc = new TypedDocumentString(
  `
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}
    `,
  { fragmentName: "Named" },
) as unknown as TypedDocumentString<NamedFragment, unknown>;
export const MembersFragmentDoc = new TypedDocumentString(
  `
    fragment Members on MemberConnection {
  totalCount
  nodes {
    ...Named
    ... on Project {
      status
      investmentCny
    }
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}`,
  { fragmentName: "Members" },
) as unknown as TypedDocumentString<MembersFragment, unknown>;
export const GroupFragmentDoc = new TypedDocumentString(
  `
    fragment Group on ChainGroup {
  layer
  stage {
    ...Named
  }
  leaders(first: $members) @include(if: $withMembers) {
    ...Members
  }
  companies(first: $members) @include(if: $withMembers) {
    ...Members
  }
  projects(first: $members) @include(if: $withMembers) {
    ...Members
  }
  products(first: $members) @include(if: $withMembers) {
    ...Members
  }
}
    fragment Members on MemberConnection {
  totalCount
  nodes {
    ...Named
    ... on Project {
      status
      investmentCny
    }
  }
}
fragment Named on Entity {
  id
  kind
  name
  nameEn
}`,
  { fragmentName: "Group" },
) as unknown as TypedDocumentString<GroupFragment, unknown>;
export const SumFragmentDoc = new TypedDocumentString(
  `
    fragment Sum on Total {
  metric
  unit
  recorded
  most
  known
  of
  stated
}
    `,
  { fragmentName: "Sum" },
) as unknown as TypedDocumentString<SumFragment, unknown>;
export const TruncatedFragmentDoc = new TypedDocumentString(
  `
    fragment Truncated on Truncation {
  code
  limit
}
    `,
  { fragmentName: "Truncated" },
) as unknown as TypedDocumentString<TruncatedFragment, unknown>;
export const PassageFragmentDoc = new TypedDocumentString(
  `
    fragment Passage on Citation {
  source {
    id
    name
    nameEn
  }
  article
  paragraph
}
    `,
  { fragmentName: "Passage" },
) as unknown as TypedDocumentString<PassageFragment, unknown>;
export const FigureFragmentDoc = new TypedDocumentString(
  `
    fragment Figure on Fact {
  property
  label
  labelEn
  value
  unit
  qualifier
  planned
  asOf
  citation {
    ...Passage
  }
}
    fragment Passage on Citation {
  source {
    id
    name
    nameEn
  }
  article
  paragraph
}`,
  { fragmentName: "Figure" },
) as unknown as TypedDocumentString<FigureFragment, unknown>;
export const RangeFragmentDoc = new TypedDocumentString(
  `
    fragment Range on Share {
  least
  most
}
    `,
  { fragmentName: "Range" },
) as unknown as TypedDocumentString<RangeFragment, unknown>;
export const EndFragmentDoc = new TypedDocumentString(
  `
    fragment End on StakeEnd {
  entity {
    ...Named
  }
  ultimate
  share {
    ...Range
  }
  paths {
    nodes {
      ...Named
    }
    share {
      ...Range
    }
  }
}
    fragment Range on Share {
  least
  most
}
fragment Named on Entity {
  id
  kind
  name
  nameEn
}`,
  { fragmentName: "End" },
) as unknown as TypedDocumentString<EndFragment, unknown>;
export const LineFragmentDoc = new TypedDocumentString(
  `
    fragment Line on Relationship {
  id
  type
  from {
    id
  }
  to {
    id
  }
}
    `,
  { fragmentName: "Line" },
) as unknown as TypedDocumentString<LineFragment, unknown>;
export const ChainMapDocument = new TypedDocumentString(`
    query ChainMap($chain: ID!, $stages: Int = 600, $members: Int = 20, $withMembers: Boolean = true) {
  chainMap(chain: $chain) {
    chain {
      ...Named
    }
    stageCount
    partCount
    cycleStages
    truncation {
      ...Truncated
    }
    totals {
      ...Sum
    }
    byStatus {
      status
      projects
      totals {
        ...Sum
      }
    }
    leaders(first: 20) {
      totalCount
      edges {
        node {
          ...Named
        }
        chain {
          ...Named
        }
        places {
          ...Named
        }
      }
    }
    stages(first: $stages) {
      ...Group
    }
    withoutStage {
      ...Group
    }
  }
}
    fragment Group on ChainGroup {
  layer
  stage {
    ...Named
  }
  leaders(first: $members) @include(if: $withMembers) {
    ...Members
  }
  companies(first: $members) @include(if: $withMembers) {
    ...Members
  }
  projects(first: $members) @include(if: $withMembers) {
    ...Members
  }
  products(first: $members) @include(if: $withMembers) {
    ...Members
  }
}
fragment Members on MemberConnection {
  totalCount
  nodes {
    ...Named
    ... on Project {
      status
      investmentCny
    }
  }
}
fragment Sum on Total {
  metric
  unit
  recorded
  most
  known
  of
  stated
}
fragment Truncated on Truncation {
  code
  limit
}
fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<ChainMapQuery, ChainMapQueryVariables>;
export const EntityDetailsDocument = new TypedDocumentString(`
    query EntityDetails($id: ID!) {
  node(id: $id) {
    __typename
    ... on Entity {
      ...Named
      aliases
      properties
      facts {
        ...Figure
      }
      citations {
        ...Passage
      }
    }
  }
}
    fragment Figure on Fact {
  property
  label
  labelEn
  value
  unit
  qualifier
  planned
  asOf
  citation {
    ...Passage
  }
}
fragment Passage on Citation {
  source {
    id
    name
    nameEn
  }
  article
  paragraph
}
fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<EntityDetailsQuery, EntityDetailsQueryVariables>;
export const RelationshipDetailsDocument = new TypedDocumentString(`
    query RelationshipDetails($id: ID!) {
  node(id: $id) {
    __typename
    ... on Relationship {
      id
      type
      properties
      from {
        ...Named
      }
      to {
        ...Named
      }
      facts {
        ...Figure
      }
      citations {
        ...Passage
      }
    }
  }
}
    fragment Figure on Fact {
  property
  label
  labelEn
  value
  unit
  qualifier
  planned
  asOf
  citation {
    ...Passage
  }
}
fragment Passage on Citation {
  source {
    id
    name
    nameEn
  }
  article
  paragraph
}
fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<RelationshipDetailsQuery, RelationshipDetailsQueryVariables>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports {
  imports {
    dataset
    state
    rows
    totalRows
  }
}
    `) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const LookThroughDocument = new TypedDocumentString(`
    query LookThrough($fund: ID!) {
  fundLookThrough(fund: $fund) {
    fund {
      ...Named
      properties
    }
    partners {
      entity {
        ...Named
      }
      share {
        ...Range
      }
      basis
    }
    founders {
      entity {
        ...Named
      }
    }
    managers {
      entity {
        ...Named
      }
    }
    targets {
      entity {
        ...Named
      }
    }
    holders {
      ...End
    }
    motherFunds {
      ...End
    }
    subFunds {
      ...End
    }
    holdings {
      ...End
    }
    reached {
      entity {
        ...Named
      }
      giver {
        ...Named
      }
      relationship {
        id
      }
      share {
        ...Range
      }
      attributableCny {
        least
        most
      }
    }
    subscribed {
      ...Sum
    }
    warnings {
      code
      entity {
        ...Named
      }
      relationships {
        id
        from {
          ...Named
        }
        to {
          ...Named
        }
      }
    }
    cycles {
      nodes {
        ...Named
      }
    }
    truncation {
      ...Truncated
    }
  }
}
    fragment Sum on Total {
  metric
  unit
  recorded
  most
  known
  of
  stated
}
fragment Truncated on Truncation {
  code
  limit
}
fragment End on StakeEnd {
  entity {
    ...Named
  }
  ultimate
  share {
    ...Range
  }
  paths {
    nodes {
      ...Named
    }
    share {
      ...Range
    }
  }
}
fragment Range on Share {
  least
  most
}
fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<LookThroughQuery, LookThroughQueryVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($zones: Int = 40, $each: Int = 12) {
  zones(first: $zones) {
    totalCount
    nodes {
      ...Named
      chains(first: $each) {
        nodes {
          ...Named
          leadingCompanies(first: $each) {
            nodes {
              ...Named
            }
          }
        }
      }
      industries(first: $each) {
        nodes {
          ...Named
        }
      }
      partnerUniversities(first: $each) {
        nodes {
          ...Named
        }
      }
      partnerInstitutes(first: $each) {
        nodes {
          ...Named
          partOf(first: 1, filter: {node: {kind: {eq: UNIVERSITY}}}) {
            nodes {
              ...Named
            }
          }
        }
      }
      funds(first: $each) {
        nodes {
          ...Named
        }
      }
    }
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const BestConnectedDocument = new TypedDocumentString(`
    query BestConnected($kinds: [EntityKind!], $first: Int!) {
  bestConnected(kinds: $kinds, first: $first) {
    ...Named
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<BestConnectedQuery, BestConnectedQueryVariables>;
export const TotalsDocument = new TypedDocumentString(`
    query Totals {
  zones(first: 1) {
    totalCount
  }
  chains(first: 1) {
    totalCount
  }
  companies(first: 1) {
    totalCount
  }
  projects(first: 1) {
    totalCount
  }
  universities(first: 1) {
    totalCount
  }
  institutes(first: 1) {
    totalCount
  }
  funds(first: 1) {
    totalCount
  }
  platforms(first: 1) {
    totalCount
  }
  policies(first: 1) {
    totalCount
  }
  agencies(first: 1) {
    totalCount
  }
  people(first: 1) {
    totalCount
  }
  industries(first: 1) {
    totalCount
  }
  stages(first: 1) {
    totalCount
  }
  products(first: 1) {
    totalCount
  }
  regions(first: 1) {
    totalCount
  }
  designations(first: 1) {
    totalCount
  }
  milestones(first: 1) {
    totalCount
  }
  measures(first: 1) {
    totalCount
  }
  taskForces(first: 1) {
    totalCount
  }
  sources(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<TotalsQuery, TotalsQueryVariables>;
export const StartingPointsDocument = new TypedDocumentString(`
    query StartingPoints {
  projects(
    first: 1
    filter: {milestones: {}}
    orderBy: [{field: INVESTMENT_CNY, direction: ASC}]
  ) {
    nodes {
      ...Named
      aliases
    }
  }
  chains(first: 1, filter: {leadingCompanies: {}}) {
    nodes {
      ...Named
    }
  }
  funds(first: 1) {
    nodes {
      ...Named
      aliases
    }
  }
  universities(first: 1, filter: {partnerZones: {}, location: {}}) {
    nodes {
      ...Named
    }
  }
  zones(first: 1, filter: {chains: {node: {leadingCompanies: {}}}}) {
    nodes {
      ...Named
    }
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<StartingPointsQuery, StartingPointsQueryVariables>;
export const FindDocument = new TypedDocumentString(`
    query Find($query: String!, $first: Int!) {
  search(query: $query, first: $first) {
    truncatedReason
    edges {
      node {
        ...Named
      }
      matches {
        field
        text
      }
    }
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<FindQuery, FindQueryVariables>;
export const PictureSourcesDocument = new TypedDocumentString(`
    query PictureSources($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Entity {
      citations {
        source {
          ...Named
        }
      }
    }
    ... on Relationship {
      citations {
        source {
          ...Named
        }
      }
    }
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<PictureSourcesQuery, PictureSourcesQueryVariables>;
export const ProjectsByZoneDocument = new TypedDocumentString(`
    query ProjectsByZone($first: Int = 200) {
  statistics(groupBy: [ZONE, STATUS], kinds: [PROJECT], first: $first) {
    truncation {
      ...Truncated
    }
    totals {
      ...Sum
    }
    rows {
      keys {
        dimension
        value
        entity {
          ...Named
        }
      }
      totals {
        ...Sum
      }
    }
  }
}
    fragment Sum on Total {
  metric
  unit
  recorded
  most
  known
  of
  stated
}
fragment Truncated on Truncation {
  code
  limit
}
fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<ProjectsByZoneQuery, ProjectsByZoneQueryVariables>;
export const TimelineDocument = new TypedDocumentString(`
    query Timeline($id: ID!, $first: Int = 200) {
  node(id: $id) {
    ... on Entity {
      ...Named
    }
  }
  timeline(id: $id, first: $first) {
    totalCount
    truncation {
      ...Truncated
    }
    waitsAt {
      status
      statusAsOf
      next {
        zh
        en
      }
      since
      milestone {
        ...Named
      }
    }
    overdue {
      label
      labelEn
      date
      daysOverdue
      statusAsOf
    }
    nodes {
      date
      step
      origin
      property
      label
      labelEn
      planned
      daysSincePrevious
      entity {
        ...Named
      }
    }
  }
}
    fragment Truncated on Truncation {
  code
  limit
}
fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;
export const NeighbourCountsDocument = new TypedDocumentString(`
    query NeighbourCounts($id: ID!) {
  node(id: $id) {
    ... on Entity {
      neighborSummary {
        type
        direction
        kind
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NeighbourCountsQuery, NeighbourCountsQueryVariables>;
export const ExpandDocument = new TypedDocumentString(`
    query Expand($ids: [ID!]!, $shown: [ID!], $types: [RelationshipType!], $direction: Direction = BOTH, $kinds: [EntityKind!], $orderBy: NeighborOrder = DEGREE, $first: Int) {
  expand(
    ids: $ids
    shown: $shown
    types: $types
    direction: $direction
    kinds: $kinds
    orderBy: $orderBy
    first: $first
  ) {
    totalCount
    truncatedReason
    nodes {
      ...Named
    }
    relationships {
      ...Line
    }
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}
fragment Line on Relationship {
  id
  type
  from {
    id
  }
  to {
    id
  }
}`) as unknown as TypedDocumentString<ExpandQuery, ExpandQueryVariables>;
export const BetweenDocument = new TypedDocumentString(`
    query Between($ids: [ID!]!, $maxNodes: Int!) {
  subgraph(from: $ids, depth: 0, maxNodes: $maxNodes) {
    nodes {
      ...Named
    }
    relationships {
      ...Line
    }
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}
fragment Line on Relationship {
  id
  type
  from {
    id
  }
  to {
    id
  }
}`) as unknown as TypedDocumentString<BetweenQuery, BetweenQueryVariables>;
export const AroundDocument = new TypedDocumentString(`
    query Around($ids: [ID!]!, $depth: Int!, $maxNodes: Int!) {
  subgraph(from: $ids, depth: $depth, maxNodes: $maxNodes) {
    columns(layout: FORCE)
    truncatedReason
  }
}
    `) as unknown as TypedDocumentString<AroundQuery, AroundQueryVariables>;
export const PathsDocument = new TypedDocumentString(`
    query Paths($from: ID!, $to: ID!, $maxLength: Int!, $first: Int!, $avoidKinds: [EntityKind!], $hinted: Boolean = true) {
  paths(
    from: $from
    to: $to
    maxLength: $maxLength
    first: $first
    avoidKinds: $avoidKinds
  ) {
    truncatedReason
    hint @include(if: $hinted)
    paths {
      length
      nodes {
        ...Named
      }
      relationships {
        ...Line
      }
    }
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}
fragment Line on Relationship {
  id
  type
  from {
    id
  }
  to {
    id
  }
}`) as unknown as TypedDocumentString<PathsQuery, PathsQueryVariables>;
export const RelatedDocument = new TypedDocumentString(`
    query Related($id: ID!, $types: [RelationshipType!], $direction: Direction!, $kinds: [EntityKind!], $first: Int!, $after: String) {
  node(id: $id) {
    ... on Entity {
      relationships(
        types: $types
        direction: $direction
        kinds: $kinds
        first: $first
        after: $after
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Named
          }
        }
      }
    }
  }
}
    fragment Named on Entity {
  id
  kind
  name
  nameEn
}`) as unknown as TypedDocumentString<RelatedQuery, RelatedQueryVariables>;
export const WordsDocument = new TypedDocumentString(`
    query Words {
  vocabulary {
    enum
    value
    zh
    en
    inverseZh
    inverseEn
  }
  propertyTerms {
    of
    property
    zh
    en
    unit
    type
  }
}
    `) as unknown as TypedDocumentString<WordsQuery, WordsQueryVariables>;
