namespace ExitDesk.TestKit.Desk;

/// <summary>The process ended here, as far as the code under test is concerned.</summary>
public sealed class CrashException() : Exception("the process was ended by the test");
