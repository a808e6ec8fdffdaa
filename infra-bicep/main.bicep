metadata name = 'ExitDesk'
metadata description = 'One desk for one broker account: function app, ledger, queues, secrets, and the alerts that watch them. No key is made or read anywhere: every connection is by managed identity.'

targetScope = 'resourceGroup'

@description('Region of all resources. A region in the east of the United States is nearest to the broker.')
param location string = resourceGroup().location

@description('Which of the broker\'s two worlds this desk trades in. It decides the trading address, so paper keys can never reach live trading.')
@allowed(['paper', 'live'])
param brokerEnvironment string

@description('Needed for live only: the exact words "this desk trades real money". Any other value stops a live deployment before it changes anything.')
param liveAcknowledgement string = ''

@description('First part of all resource names, in lower case letters and digits.')
@minLength(3)
@maxLength(8)
param namePrefix string = 'exitdesk'

@description('Tags for every resource.')
param tags object = {}

@description('Where the alerts of Azure Monitor are mailed. They say what the desk itself cannot: that it does not run.')
@minLength(6)
param alertMail string

@description('Name of the account\'s ledger partition: letters, digits, hyphens. One name for each broker account, never changed later.')
@minLength(1)
@maxLength(64)
param deskAccount string

@description('What the desk may do until its owner first changes the mode in the chat: Monitor watches and tells, Active closes.')
@allowed(['Monitor', 'Active'])
param initialMode string = 'Monitor'

@description('Positions that the desk did not open: watch shows them and never trades them by itself, manage closes them by the rules.')
@allowed(['watch', 'manage'])
param externalPositions string = 'watch'

@description('Option quotes: indicative is free and modified, opra is the consolidated feed and needs a data subscription at the broker.')
@allowed(['indicative', 'opra'])
param optionFeed string = 'indicative'

@description('Stock quotes: iex is free, sip is the consolidated feed and needs a data subscription at the broker.')
@allowed(['iex', 'sip'])
param stockFeed string = 'iex'

@description('Id of the one Telegram chat that cards go to; groups have negative ids.')
@minLength(1)
param telegramChatId string

@description('Telegram user ids whose words and presses count, separated by commas; ID:viewer only looks.')
@minLength(1)
param telegramAllowedUsers string

@description('Size of the one instance that runs everything. B1 is enough; see docs/adr/0009.')
@allowed(['B1', 'B2', 'P0v3', 'P1v3'])
param planSku string = 'B1'

@description('Redundancy of the ledger: LRS keeps three copies in one building, ZRS in three, GZRS a further three in another region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param ledgerSku string = 'Standard_LRS'

@description('Whether the storage account with the ledger refuses to be deleted until its lock is taken off.')
param lockLedger bool = false

@description('Days for which a deleted secret or vault can be recovered, and for which its name stays taken.')
@minValue(7)
@maxValue(90)
param vaultRetentionDays int = 7

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

var tradingUrl = brokerEnvironment == 'paper'
  ? 'https://paper-api.alpaca.markets'
  : liveAcknowledgement == 'this desk trades real money'
      ? 'https://api.alpaca.markets'
      : fail('A live desk needs liveAcknowledgement: this desk trades real money')

var token = uniqueString(resourceGroup().id, namePrefix, brokerEnvironment)
var suffix = '${namePrefix}-${brokerEnvironment}-${take(token, 6)}'
var allTags = union({ product: 'ExitDesk', broker: brokerEnvironment }, tags)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${suffix}'
  location: location
  tags: allTags
}

module observability 'modules/observability.bicep' = {
  name: 'observability'
  params: {
    location: location
    tags: allTags
    suffix: suffix
    principalId: identity.properties.principalId
    retentionDays: logRetentionDays
  }
}

module ledger 'modules/ledger.bicep' = {
  name: 'ledger'
  params: {
    location: location
    tags: allTags
    accountName: 'st${namePrefix}${brokerEnvironment}${take(token, 8)}'
    sku: ledgerSku
    isLocked: lockLedger
    principalId: identity.properties.principalId
  }
}

module queues 'modules/queues.bicep' = {
  name: 'queues'
  params: {
    location: location
    tags: allTags
    namespaceName: 'sbns-${suffix}'
    principalId: identity.properties.principalId
  }
}

module secrets 'modules/secrets.bicep' = {
  name: 'secrets'
  params: {
    location: location
    tags: allTags
    vaultName: 'kv-${suffix}'
    retentionDays: vaultRetentionDays
    principalId: identity.properties.principalId
    workspaceId: observability.outputs.workspaceId
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    location: location
    tags: allTags
    suffix: suffix
    planSku: planSku
    identityId: identity.id
    identityClientId: identity.properties.clientId
    storageAccountName: ledger.outputs.accountName
    tableEndpoint: ledger.outputs.tableEndpoint
    serviceBusHost: queues.outputs.host
    vaultUri: secrets.outputs.vaultUri
    insightsConnection: observability.outputs.insightsConnection
    deskAccount: deskAccount
    initialMode: initialMode
    externalPositions: externalPositions
    tradingUrl: tradingUrl
    optionFeed: optionFeed
    stockFeed: stockFeed
    telegramChatId: telegramChatId
    telegramAllowedUsers: telegramAllowedUsers
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: allTags
    suffix: suffix
    mail: alertMail
    insightsId: observability.outputs.insightsId
    namespaceId: queues.outputs.namespaceId
  }
}

@description('Name of the function app, for deployments of code.')
output functionAppName string = functionApp.outputs.name

@description('Where Telegram delivers updates: give it to setWebhook.')
output webhookUrl string = 'https://${functionApp.outputs.hostName}/api/telegram'

@description('Where the desk tells how it is; needs a function key.')
output healthUrl string = 'https://${functionApp.outputs.hostName}/api/health'

@description('Name of the vault that waits for the four secrets.')
output vaultName string = secrets.outputs.vaultName

@description('Name of the storage account with the ledger.')
output storageAccountName string = ledger.outputs.accountName
