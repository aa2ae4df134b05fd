using NewsSearch.Bench.Commands;

return await CommandTree.RunAsync(args).ConfigureAwait(false);
