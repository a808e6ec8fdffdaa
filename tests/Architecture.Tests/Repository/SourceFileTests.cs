using Xunit;

namespace ExitDesk.Architecture.Tests.Repository;

public sealed class SourceFileTests
{
    [Fact]
    public void WhenFileDeclaresTypes_AllAreFound()
    {
        var file = new SourceFile("shared/A.cs", """
            namespace X;
            // public class NotMe
            public sealed record A(int B)
            {
                private readonly record struct Inner(int C);
            }
            internal static partial class D<T>;
            public delegate Task<int> E(string f);
            enum G
            {
            }
            """);

        Assert.Equal(
            [
                new TypeDeclaration("A", "record", IsPublic: true, IsTopLevel: true),
                new TypeDeclaration("Inner", "record struct", IsPublic: false, IsTopLevel: false),
                new TypeDeclaration("D", "class", IsPublic: false, IsTopLevel: true),
                new TypeDeclaration("E", "delegate Task<int>", IsPublic: true, IsTopLevel: true),
                new TypeDeclaration("G", "enum", IsPublic: false, IsTopLevel: true),
            ],
            file.Types);
    }
}
