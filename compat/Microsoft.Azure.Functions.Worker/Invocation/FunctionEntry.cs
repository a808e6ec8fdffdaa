using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>A function of the application, ready to be triggered.</summary>
internal sealed class FunctionEntry(string name, MethodInfo method, Trigger trigger, bool isDisabled) : FunctionDefinition
{
    public override string Name => name;

    public override string EntryPoint => $"{Type.FullName}.{method.Name}";

    public override string PathToAssembly => Type.Assembly.Location;

    public override string Id { get; } = Digest($"{name}:{method.DeclaringType!.FullName}.{method.Name}");

    public Type Type => method.DeclaringType!;

    public MethodInfo Method => method;

    public Trigger Trigger => trigger;

    /// <summary>True if it runs only when the admin call asks for it.</summary>
    public bool IsDisabled => isDisabled;

    /// <summary>For the list that a start prints.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: {trigger}{(isDisabled ? " (disabled)" : "")}");

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 8);
}
