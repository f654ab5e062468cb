import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "What a request may ask for (限额); errors name the same values.", simpleResolvers: true })
export class Limits {
  @Field(() => Int, { description: "Entries of a page that does not say how many (默认分页大小)." })
  readonly defaultPageSize!: number;
  @Field(() => Int, { description: "Most entries of a page (最大分页大小)." })
  readonly maxPageSize!: number;
  @Field(() => Int, { description: "Deepest nesting of fields in a query, connections counted once (最大查询深度)." })
  readonly maxDepth!: number;
  @Field(() => Int, { description: "Most fields of a query, fragments spread out (最大字段数)." })
  readonly maxFields!: number;
  @Field(() => Int, {
    description:
      "Most that a query may cost: objects that the answer could hold, and what the database has to read for it (最大查询成本).",
  })
  readonly maxCost!: number;
  @Field(() => Int, { description: "Most cost of all queries that run at once (并发查询成本上限)." })
  readonly maxCostInFlight!: number;
  @Field(() => Int, { description: "Most statements that a query may send to the database (最大语句数)." })
  readonly maxStatements!: number;
  @Field(() => Int, {
    description:
      "Most conditions in a query's filters; 20 values of a list count as one, a condition on related nodes as four (最大筛选条件数).",
  })
  readonly maxConditions!: number;
  @Field(() => Int, { description: "Deepest nesting of a filter (最大筛选深度)." })
  readonly maxFilterDepth!: number;
  @Field(() => Int, { description: "Nodes of a view that does not say how many (默认视图节点数)." })
  readonly defaultViewNodes!: number;
  @Field(() => Int, {
    description: "Most nodes of a view, and most that an expansion may be told are shown (最大视图节点数).",
  })
  readonly maxViewNodes!: number;
  @Field(() => Int, { description: "Longest path that is searched for, in relationships (最长路径)." })
  readonly maxPathLength!: number;
  @Field(() => Int, { description: "Largest request body, in bytes (最大请求体)." })
  readonly maxBodyBytes!: number;
  @Field(() => Int, { description: "Longest run of one statement on Neo4j, in milliseconds (语句超时)." })
  readonly statementTimeoutMs!: number;
}
