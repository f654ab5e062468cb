import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from "@apollo/server";
import {
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { Limits } from "../config.js";
import { LiantuError } from "../errors.js";
import type { RequestContext } from "../graph/context.js";
import { assess, checkCost, type Cost } from "./cost.js";

/** What the log and the limits know of a request. */
export interface ServerContext extends RequestContext, BaseContext {
  /** Filled when the operation is known. */
  readonly report: { operation?: string | undefined; cost?: Cost | undefined };
}

/** Refuses an operation that is too deep, wide or costly before anything is executed. */
export function costPlugin(limits: Limits): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({
          schema,
          document,
          operation,
          request,
          contextValue,
        }: GraphQLRequestContext<ServerContext>) => {
          if (!document || !operation) return Promise.resolve();
          contextValue.report.operation = operation.name?.value;
          contextValue.report.cost = assess(schema, document, operation, request.variables ?? {}, limits);
          if (contextValue.report.cost) refuse(() => checkCost(contextValue.report.cost as Cost, limits));
          return Promise.resolve();
        },
      }),
  };
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

interface Compiled {
  uses: number;
  readonly byOperation: Map<string, CompiledQuery | undefined>;
}

/**
 * Runs an operation that comes a second time as compiled code, which is several times faster on large answers.
 * Apollo formats errors only on its own path, so it is done here too; bad variables, which have no cost, stay on that path.
 * @param format the server's formatError.
 */
export function compilingPlugin(
  format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<ServerContext> {
  const documents = new WeakMap<DocumentNode, Compiled>();
  const compiledFor = (schema: GraphQLSchema, document: DocumentNode, operation: string): CompiledQuery | undefined => {
    const entry = documents.get(document) ?? { uses: 0, byOperation: new Map<string, CompiledQuery | undefined>() };
    documents.set(document, entry);
    entry.uses += 1;
    if (entry.uses > 1 && !entry.byOperation.has(operation)) {
      const compiled = compileQuery(schema, document, operation);
      entry.byOperation.set(operation, isCompiledQuery(compiled) ? compiled : undefined);
    }
    return entry.byOperation.get(operation);
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async (request: GraphQLRequestContext<ServerContext>) => {
          const { schema, document, operation, contextValue } = request;
          const variables = request.request.variables ?? {};
          if (!document || operation?.operation !== "query" || !contextValue.report.cost) return null;
          const compiled = compiledFor(schema, document, operation.name?.value ?? "");
          if (!compiled) return null;
          const { data, errors } = (await compiled.query(undefined, contextValue, variables)) as ExecutionResult;
          const formatted = errors?.map((error) => format(plain(error), error.originalError ?? error));
          const singleResult = { data: data ?? null, ...(formatted ? { errors: formatted } : {}) };
          return { http: request.response.http, body: { kind: "single" as const, singleResult } };
        },
      }),
  };
}

/** An error of compiled code as graphql itself would write it. */
function plain({ message, locations, path }: GraphQLError): GraphQLFormattedError {
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
}
