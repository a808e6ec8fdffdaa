using Xunit;

namespace ExitDesk.Architecture.Tests.Repository;

/// <summary>Fails a test with all that is wrong, and with what to do about it.</summary>
internal static class Violations
{
    public static void None(IEnumerable<string> found, string advice)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, $"{advice}\n{string.Join('\n', list)}");
    }
}
