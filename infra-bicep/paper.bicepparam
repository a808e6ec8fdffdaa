using 'main.bicep'

// A paper account: made-up money, real market. What is yours comes from environment variables, and a missing one is named.
param brokerEnvironment = 'paper'
param deskAccount = readEnvironmentVariable('EXITDESK_ACCOUNT', 'paper-main')
param initialMode = 'Monitor'
param optionFeed = 'indicative'
param stockFeed = 'iex'
param telegramChatId = readEnvironmentVariable('TELEGRAM_CHAT_ID')
param telegramAllowedUsers = readEnvironmentVariable('TELEGRAM_ALLOWED_USERS')
param alertMail = readEnvironmentVariable('EXITDESK_ALERT_MAIL')
param tags = { stage: 'paper' }
