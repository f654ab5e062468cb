import { HeaderMap, type ApolloServerPlugin, type BaseContext, type GraphQLRequestContext } from "@apollo/server";
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Limits } from "../config.js";
import { BadInput, LiantuError, Overloaded, shortened } from "../errors.js";
import type { RequestContext } from "../graph/context.js";
import type { SizesCache } from "../graph/sizes.js";
import type { Built } from "../schema.js";
import { checkCost, CostInFlight } from "./admission.js";
import { CompiledOperations } from "./compiled.js";
import { assess, introspectionCost, type Cost } from "./cost.js";
import { readVariables } from "./variables.js";

/** What the log and the limits know of a request. */
export interface ServerContext extends RequestContext, BaseContext {
  /** Filled when the operation is known; its variables, once it is admitted. */
  readonly report: {
    operation?: string | undefined;
    variables?: Readonly<Record<string, unknown>> | undefined;
    cost?: Cost | undefined;
  };
}

type Started = GraphQLRequestContext<ServerContext>;

/** Refuses an operation that is unknown, too deep, wide or costly, or one too many, before anything is executed. */
export function costPlugin(
  { schema, model }: Built,
  limits: Limits,
  sizes: SizesCache,
): ApolloServerPlugin<ServerContext> {
  const inFlight = new CostInFlight(limits.maxCostInFlight);
  const introspectionLimit = introspectionCost({ schema, model, limits, sizes: undefined });
  const check = ({ document, operation, request, contextValue: { report } }: Started): (() => void) | undefined => {
    if (!document) return undefined;
    checkOperation(document, operation, request.operationName);
    report.operation = operation.name?.value;
    const variables = readVariables(schema, operation, request.variables ?? {});
    checkConditions(document, variables);
    const assessed = assess({ schema, model, limits, sizes: sizes.current() }, document, operation, variables);
    report.cost = assessed.cost;
    checkCost(assessed, limits, introspectionLimit);
    report.variables = variables;
    return inFlight.enter(assessed.cost.cost);
  };
  return {
    requestDidStart: () => {
      let leave: (() => void) | undefined;
      return Promise.resolve({
        didResolveOperation: (request) => {
          refuse(() => {
            leave = check(request);
          });
          return Promise.resolve();
        },
        // Comes when all that was asked is answered, whether or not the client is still there.
        willSendResponse: () => {
          leave?.();
          return Promise.resolve();
        },
      });
    },
  };
}

/** Refuses a null where a directive needs true or false: graphql-js finds it in the middle of the answer. */
function checkConditions(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      const value = given.find((argument) => argument.name.value === "if")?.value;
      if (value?.kind === Kind.VARIABLE && variables[value.name.value] === null)
        throw new BadInput(
          `Variable "$${value.name.value}": expected true or false, since @${name.value} needs it, but got null; send one, or leave the variable out.`,
        );
    },
  });
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
      `Request.operationName: expected an operation of the query (${shortened(names.join(", "), 100)}) but got ${shortened(wanted ?? "no name", 100)}; name one of them.`,
    );
  if (operation.operation !== OperationTypeNode.QUERY)
    throw new BadInput(`Query: expected a query but got a ${operation.operation}; this graph is only read here.`);
}

/** What is refused before execution is the client's mistake, status 400, unless it only came too early. */
function refuse(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof LiantuError)) throw error;
    throw new GraphQLError(error.message, {
      originalError: error,
      extensions: { ...error.extensions, http: httpOf(error) },
    });
  }
}

function httpOf(error: LiantuError): { readonly status: number; readonly headers?: HeaderMap } {
  if (!(error instanceof Overloaded)) return { status: 400 };
  const headers = new HeaderMap();
  headers.set("retry-after", String(error.retryAfter));
  return { status: 503, headers };
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
