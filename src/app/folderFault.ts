import { ConfigError } from "../config.js";

/** Makes of the error of a folder that cannot be used a fault of `DATA_DIR`; any other error is passed on. */
export function folderFault(dataDir: string) {
  return (error: unknown): never => {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!/^(EEXIST|ENOTDIR|EACCES|EPERM|EROFS|ENOSPC|ENAMETOOLONG|ENOENT)$/.test(code ?? "")) throw error;
    throw new ConfigError([`DATA_DIR ${dataDir} cannot be used: ${message}`]);
  };
}
