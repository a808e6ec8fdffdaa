using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Run;

return await RunCommand.InvokeAsync(args, Game.PlayAsync).ConfigureAwait(false);
