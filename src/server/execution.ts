import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from "@apollo/server";
import {
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Limits } from "../config.js";
import { BadInput, LiantuError } from "../errors.js";
import type { RequestContext } from "../graph/context.js";
import { CompiledOperations } from "./compiled.js";
import { assess, checkCost, introspectionCost, type Cost } from "./cost.js";

/** What the log and the limits know of a request. */
export interface ServerContext extends RequestContext, BaseContext {
  /** Filled when the operation is known; without variables where they are not valid, which graphql's execution tells. */
  readonly report: {
    operation?: string | undefined;
    variables?: Readonly<Record<string, unknown>> | undefined;
    cost?: Cost | undefined;
  };
}

type Started = GraphQLRequestContext<ServerContext>;

/** Refuses an operation that is unknown, too deep, wide or costly before anything is executed. */
export function costPlugin(schema: GraphQLSchema, limits: Limits): ApolloServerPlugin<ServerContext> {
  const introspectionLimit = introspectionCost(schema, limits);
  const check = ({ document, operation, request, contextValue: { report } }: Started): void => {
    if (!document) return;
    checkOperation(document, operation, request.operationName);
    report.operation = operation.name?.value;
    report.variables = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}).coerced;
    if (!report.variables) return;
    report.cost = assess(schema, document, operation, report.variables, limits);
    checkCost(report.cost, limits, introspectionLimit);
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: (request) => {
          refuse(() => {
            check(request);
          });
          return Promise.resolve();
        },
      }),
  };
}

function checkOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
  wanted: string | undefined,
): asserts operation is OperationDefinitionNode {
  const names = document.definitions.flatMap((item) =>
    item.kind === Kind.OPERATION_DEFINITION ? [item.name?.value ?? "one without a name"] : [],
  );
  if (!operation)
    throw new BadInput(
      `Request.operationName: expected an operation of the query (${names.join(", ")}) but got ${wanted ?? "no name"}; name one of them.`,
    );
  if (operation.operation !== OperationTypeNode.QUERY)
    throw new BadInput(`Query: expected a query but got a ${operation.operation}; this graph is only read here.`);
}

/** What is refused before execution is the client's mistake: status 400. */
function refuse(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof LiantuError)) throw error;
    throw new GraphQLError(error.message, {
      originalError: error,
      extensions: { ...error.extensions, http: { status: 400 } },
    });
  }
}

/**
 * Runs an operation that comes a second time as compiled code, which is several times faster on large answers.
 * Apollo formats errors only on its own path, so it is done here too; bad variables stay on that path.
 * @param format the server's formatError.
 */
export function compilingPlugin(
  schema: GraphQLSchema,
  format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<ServerContext> {
  const compiled = new CompiledOperations(schema);
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({ document, operation, contextValue, response: { http } }: Started) => {
          const { variables } = contextValue.report;
          if (!document || !operation || !variables) return null;
          const result = await compiled.of(document, operation)?.(contextValue, variables);
          if (!result) return null;
          const { data, errors } = result;
          const formatted = errors?.map((error) => format(plain(error), error.originalError ?? error));
          const singleResult = { data: data ?? null, ...(formatted ? { errors: formatted } : {}) };
          return { http, body: { kind: "single" as const, singleResult } };
        },
      }),
  };
}

/** An error of compiled code as graphql itself would write it. */
function plain({ message, locations, path }: GraphQLError): GraphQLFormattedError {
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
}
