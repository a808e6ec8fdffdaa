using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Run;

using var signals = new StopSignals();
var stop = signals.Token;
return await RunCommand.InvokeAsync(args, options => Game.PlayAsync(options, stop)).ConfigureAwait(false);
