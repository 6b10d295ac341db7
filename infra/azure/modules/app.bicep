// The function app, on Flex Consumption.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param subnetId string
param storageName string
param deploymentContainerUrl string
param insightsConnectionString string
param keyVaultUri string
param schedulerEndpoint string
param taskHubName string
param environmentName string
param maximumInstanceCount int
param alwaysReadyInstances int
param instanceMemoryMB int
param modelSettings object
param consultationClients array

var schedulerSettings = empty(schedulerEndpoint)
  ? {}
  : { DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}' }

// The secret of a client lies in the vault as consultations-<client>. The app refuses to start while one is missing there.
var clientSettings = toObject(
  consultationClients,
  client => 'Consultations__Clients__${client}__Secrets__0',
  client => '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/consultations-${client})'
)

var settings = union(
  {
    AzureWebJobsStorage__accountName: storageName
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    AZURE_CLIENT_ID: identityClientId
    TASKHUB_NAME: taskHubName
    AZURE_FUNCTIONS_ENVIRONMENT: environmentName == 'dev' ? 'Development' : 'Production'
  },
  schedulerSettings,
  clientSettings,
  modelSettings
)

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: subnetId
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'durable', instanceCount: alwaysReadyInstances }]
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }
}

output id string = app.id
output name string = app.name
output hostName string = app.properties.defaultHostName
