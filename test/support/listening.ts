import type { Engine, Statement } from "../../src/engine/engine.js";

/** Remembers what is sent to a real engine; what the service reads for itself has a time limit of its own, and no request sends it. */
export function listening(engine: Engine, sent: Statement[]): Engine {
  const read: Engine["read"] = (statement, options) => {
    if (options?.timeoutMs === undefined) sent.push(statement);
    return engine.read(statement, options);
  };
  return {
    address: engine.address,
    capabilities: engine.capabilities,
    exclusive: engine.exclusive,
    read,
    write: (statements) => {
      sent.push(...statements);
      return engine.write(statements);
    },
    prepare: (plan) => engine.prepare(plan),
    checkpoint: () => engine.checkpoint(),
    close: () => engine.close(),
  };
}
