metadata name = 'Function app'
metadata description = 'One instance that never sleeps and runs every function (docs/adr/0009), and every app setting of the desk (docs/settings.md).'

@description('Region.')
param location string

@description('Tags for every resource.')
param tags object

@description('Last part of the resource names.')
param suffix string

@description('Size of the instance.')
param planSku string

@description('Resource id of the identity that the app is.')
param identityId string

@description('Client id of that identity.')
param identityClientId string

@description('Storage account of the host.')
param storageAccountName string

@description('Address of the ledger\'s tables.')
param tableEndpoint string

@description('Host name of the Service Bus namespace.')
param serviceBusHost string

@description('Address of the vault, with a slash at its end.')
param vaultUri string

@description('Where telemetry goes.')
param insightsConnection string

@description('Name of the account\'s ledger partition.')
param deskAccount string

@description('Monitor or Active, until the owner first changes it.')
param initialMode string

@description('watch or manage.')
param externalPositions string

@description('Address of the broker\'s trading API: this is what makes a desk paper or live.')
param tradingUrl string

@description('Feed of option quotes.')
param optionFeed string

@description('Feed of stock quotes.')
param stockFeed string

@description('Id of the one Telegram chat.')
param telegramChatId string

@description('Telegram user ids, separated by commas; ID:viewer only looks.')
param telegramAllowedUsers string

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'asp-${suffix}'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSku
    capacity: 1
  }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'func-${suffix}'
  location: location
  // The last one is how azd finds the app.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: 'Enabled'
    siteConfig: {
      linuxFxVersion: 'DOTNET-ISOLATED|10.0'
      alwaysOn: true
      numberOfWorkers: 1
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
  }

  // Passwords for publishing are off: code is deployed by Entra identities only.
  resource scmPasswords 'basicPublishingCredentialsPolicies@2023-12-01' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource ftpPasswords 'basicPublishingCredentialsPolicies@2023-12-01' = {
    name: 'ftp'
    properties: { allow: false }
  }

  // Replaced whole at each deployment: what is not here, is not set.
  resource settings 'config@2023-12-01' = {
    name: 'appsettings'
    properties: {
      FUNCTIONS_EXTENSION_VERSION: '~4'
      FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
      WEBSITE_RUN_FROM_PACKAGE: '1'
      AzureWebJobsStorage__accountName: storageAccountName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'

      // Which identity DefaultAzureCredential takes: the app has no other, but it does not guess.
      AZURE_CLIENT_ID: identityClientId

      EXITDESK_ACCOUNT: deskAccount
      EXITDESK_MODE: initialMode
      EXITDESK_EXTERNAL_POSITIONS: externalPositions

      ALPACA_KEY_ID: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/alpaca-key-id)'
      ALPACA_SECRET_KEY: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/alpaca-secret-key)'
      ALPACA_TRADING_URL: tradingUrl
      ALPACA_DATA_URL: 'https://data.alpaca.markets'
      ALPACA_OPTION_FEED: optionFeed
      ALPACA_STOCK_FEED: stockFeed

      LedgerConnection__endpoint: tableEndpoint
      ServiceBusConnection__fullyQualifiedNamespace: serviceBusHost
      ServiceBusConnection__credential: 'managedidentity'
      ServiceBusConnection__clientId: identityClientId

      TELEGRAM_BOT_TOKEN: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/telegram-bot-token)'
      TELEGRAM_WEBHOOK_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/telegram-webhook-secret)'
      TELEGRAM_CHAT_ID: telegramChatId
      TELEGRAM_ALLOWED_USERS: telegramAllowedUsers

      SYNC_SCHEDULE: '0 * * * * *'
      EVALUATE_SCHEDULE: '*/15 * * * * *'
      SETTLE_SCHEDULE: '30 * * * * *'
    }
  }
}

@description('Name of the function app.')
output name string = app.name

@description('Its host name.')
output hostName string = app.properties.defaultHostName
