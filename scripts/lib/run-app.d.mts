export function runApp(
  command: string,
  args: string[],
  options: {
    cwd?: string;
    env?: Record<string, string | undefined>;
    onOpen?: () => void;
    quit?: AbortSignal;
  },
): Promise<number>;
