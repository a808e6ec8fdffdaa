using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ExitDesk.Simulator.Desk;

/// <summary>Asks a process to end by itself.</summary>
internal static partial class Signals
{
    private const int SigTerm = 15;

    /// <summary>SIGTERM where there is one; elsewhere the process is ended outright.</summary>
    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows() || Kill(process.Id, SigTerm) != 0)
        {
            process.Kill();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
