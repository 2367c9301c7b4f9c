import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { type Config, ConfigError, type Listening } from "../config.js";
import { httpServer, type Route, type StatusDeps, statusServer } from "../delivery/http.js";

/** The HTTP servers of a process: that of the webhook, and one for health and metrics where these have an address of their own. */
export type Servers = {
  /**
   * Opens them and returns the port of the first.
   *
   * @throws {ConfigError} naming the variable of an address that cannot be had.
   */
  listen(): Promise<number>;
  /** Ends them, after the requests at hand. May be called again. */
  close(): Promise<void>;
};

/** The servers the configuration asks for, not open yet. */
export function serversOf(config: Config, deps: StatusDeps, route: Route | undefined): Servers {
  const { http, status, intake } = config;
  const first = httpServer({
    ...deps,
    withStatus: status === undefined,
    webhookSecret: intake.kind === "webhook" ? intake.secret : undefined,
    route,
  });
  const second = status === undefined ? undefined : statusServer(deps);
  return {
    async listen() {
      await open(first, http, { host: "HOST", port: "PORT" });
      if (second !== undefined && status !== undefined) {
        await open(second, status, { host: "STATUS_HOST", port: "STATUS_PORT" });
      }
      return (first.server.address() as AddressInfo).port;
    },
    async close() {
      await Promise.all([first.close(), second?.close()]);
    },
  };
}

async function open(
  server: FastifyInstance,
  at: Listening,
  names: { readonly host: string; readonly port: string },
): Promise<void> {
  await server.listen(at).catch(addressFault(at, names));
}

/** Makes of an address that cannot be had a fault of the variables it comes from; any other error is passed on. */
export function addressFault(
  { host, port }: Listening,
  names: { readonly host: string; readonly port: string },
) {
  return (error: unknown): never => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new ConfigError([`${names.port} ${port} of ${host} is in use already`]);
    if (code === "EACCES") throw new ConfigError([`${names.port} ${port} may not be used by this user`]);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new ConfigError([`${names.host} ${host} is no address of this machine`]);
    }
    throw error;
  };
}
