using ExitDesk.Simulation.Tests.Reports;

return SimulationCommand.Run(args, Console.Out);
