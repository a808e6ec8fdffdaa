using 'main.bicep'

// A live account. It starts in Monitor, and stays there until its owner says /mode active in the chat.
param brokerEnvironment = 'live'
param liveAcknowledgement = readEnvironmentVariable('EXITDESK_LIVE_ACKNOWLEDGEMENT')
param deskAccount = readEnvironmentVariable('EXITDESK_ACCOUNT', 'live-main')
param initialMode = 'Monitor'
// The free feeds are modified or partial; real money is judged on the consolidated ones, which need a data subscription.
param optionFeed = 'opra'
param stockFeed = 'sip'
param telegramChatId = readEnvironmentVariable('TELEGRAM_CHAT_ID')
param telegramAllowedUsers = readEnvironmentVariable('TELEGRAM_ALLOWED_USERS')
param alertMail = readEnvironmentVariable('EXITDESK_LIVE_ALERT_MAIL')
param ledgerSku = 'Standard_ZRS'
param lockLedger = true
param vaultRetentionDays = 90
param logRetentionDays = 90
param tags = { stage: 'live' }
