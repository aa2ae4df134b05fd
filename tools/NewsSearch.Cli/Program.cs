using NewsSearch.Cli;
using NewsSearch.Cli.Output;

using var interruption = new Interruption();
using var terminal = Terminal.Open();
return await CommandTree.RunAsync(args, terminal, interruption).ConfigureAwait(false);
