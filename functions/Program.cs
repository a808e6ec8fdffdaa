using ExitDesk.Engine.Composition;
using ExitDesk.Engine.Settings;
using ExitDesk.Functions.Operator;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
if (args is [TelegramCommand.Name, .. var words])
{
    return await TelegramCommand.RunAsync(words, builder.Configuration, Console.Out, Console.Error);
}

builder.ConfigureFunctionsWebApplication();
if (DeskSettingsSource.Read(builder.Configuration, out var problems) is not { } settings)
{
    Console.Error.WriteLine($"ExitDesk cannot start: {problems.Count} problem{(problems.Count == 1 ? "" : "s")} in its settings.");
    foreach (var problem in problems)
    {
        Console.Error.WriteLine($"  {problem}");
    }

    Console.Error.WriteLine("Settings are environment variables; on a desk, copy functions/local.settings.sample.json to functions/local.settings.json.");
    return 1;
}

builder.Services.AddExitDesk(settings);
builder.Build().Run();
return 0;
