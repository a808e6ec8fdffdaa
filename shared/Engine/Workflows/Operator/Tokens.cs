using System.Security.Cryptography;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Makes what cannot be guessed: tokens of buttons.</summary>
public class Tokens
{
    /// <summary>32 hexadecimal characters from the system's random source.</summary>
    public virtual string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
