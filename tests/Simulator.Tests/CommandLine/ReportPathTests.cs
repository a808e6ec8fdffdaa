using ExitDesk.Simulator.CommandLine;
using Xunit;

namespace ExitDesk.Simulator.Tests.CommandLine;

[Collection(ConsoleOutput.Name)]
public sealed class ReportPathTests
{
    private RunOptions? _played;

    [Fact]
    public async Task WhenReportsFolderIsMissing_NothingIsPlayed()
    {
        Assert.Equal(ExitCodes.WrongUse, await RunAsync("--report", Path.Combine(AppContext.BaseDirectory, "no-such-folder", "day.json")));
        Assert.Null(_played);
    }

    [Fact]
    public async Task WhenReportIsAFolder_NothingIsPlayed()
    {
        Assert.Equal(ExitCodes.WrongUse, await RunAsync("--report", AppContext.BaseDirectory));
        Assert.Null(_played);
    }

    [Fact]
    public async Task WhenReportIsABareName_TheDayIsPlayed()
    {
        Assert.Equal(ExitCodes.Good, await RunAsync("--report", "day.json"));
        Assert.Equal("day.json", _played?.Report);
    }

    [Fact]
    public async Task WhenRecordedComesWithoutPositions_TheDayIsPlayed()
    {
        Assert.Equal(ExitCodes.Good, await RunAsync("--recorded", "quotes", "--date", "2015-12-23", "--underlying", "GOOG"));
        Assert.NotNull(_played);
        Assert.Null(_played.Positions);
    }

    private Task<int> RunAsync(params string[] args) => RunCommand.InvokeAsync(args, options =>
    {
        _played = options;
        return Task.FromResult(ExitCodes.Good);
    });
}
