using System.CommandLine;
using NewsSearch.Train.Commands;

return await new RootCommand("NewsSearch.Train: makes the models that ship with the program.") { LanguagesCommand.Create(), GazetteerCommand.Create(), ClassesCommand.Create(), EntitiesCommand.Create(), EvaluateCommand.Create() }.Parse(args).InvokeAsync().ConfigureAwait(false);
