return await Workflows.Cli.CliProgram.RunAsync(args);
