import type { JsonValue } from "@latchkey/model";
export interface paths {
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of the installation that wait for approval or for their time, and what became of those that did */
        get: operations["getChanges"];
        put?: never;
        /** Several named edits of the installation in one change */
        post: operations["postChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A change that waits or waited: what it would do, why it waits, and who approved it */
        get: operations["getChanges_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a change; with the last approval it happens, or waits for its time */
        post: operations["postChangesApprove_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a change before it happens: one’s own, or with the right to cancel those of others */
        post: operations["postChangesCancel_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a change back for good, with the reason */
        post: operations["postChangesReject_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed members, roles and tokens, newest first */
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am, and what I may do in a project and environment */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who may sign in */
        get: operations["getMembers"];
        put?: never;
        /** Invite somebody; hand them the link of the reply */
        post: operations["postMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Somebody leaves: sessions and tokens end at once */
        delete: operations["deleteMembers_id"];
        options?: never;
        head?: never;
        /** Change what somebody may do, or their name */
        patch: operations["patchMembers_id"];
        trace?: never;
    };
    "/api/v1/members/{id}/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a forgotten password away and get a link to choose another */
        post: operations["postMembersSignInLink_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The projects of this installation */
        get: operations["getProjects"];
        put?: never;
        /** Create a project with its environments */
        post: operations["postProjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project and its environments */
        get: operations["getProjects_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the words about a project */
        patch: operations["patchProjects_project"];
        trace?: never;
    };
    "/api/v1/projects/{project}/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Namespaces, enforcements, licence models and attributes, and which of the needed ones are missing */
        get: operations["getProjectsCatalogue_project"];
        put?: never;
        /** Add a catalogue entry; by the name of a missing one it restores what stood on it */
        post: operations["postProjectsCatalogue_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/catalogue/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a catalogue entry */
        delete: operations["deleteProjectsCatalogue_project_id"];
        options?: never;
        head?: never;
        /** Rename a catalogue entry */
        patch: operations["patchProjectsCatalogue_project_id"];
        trace?: never;
    };
    "/api/v1/projects/{project}/catalogue/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring back the entries that a project starts with, and make up for what waited for them */
        post: operations["postProjectsCatalogueRestore_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of what a project shares that wait for approval or for their time, and what became of those that did */
        get: operations["getProjectsChanges_project"];
        put?: never;
        /** Several named edits of what a project shares in one change */
        post: operations["postProjectsChanges_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A change that waits or waited: what it would do, why it waits, and who approved it */
        get: operations["getProjectsChanges_project_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/changes/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a change; with the last approval it happens, or waits for its time */
        post: operations["postProjectsChangesApprove_project_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/changes/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a change before it happens: one’s own, or with the right to cancel those of others */
        post: operations["postProjectsChangesCancel_project_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/changes/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a change back for good, with the reason */
        post: operations["postProjectsChangesReject_project_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The outside platforms that feed this project, and how each of them does */
        get: operations["getProjectsConnections_project"];
        put?: never;
        /** Connect a platform: the reply has the address, and the secret, to give to it */
        post: operations["postProjectsConnections_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A connection: how to set it up over there, what came through it lately, and its flags */
        get: operations["getProjectsConnections_project_id"];
        put?: never;
        post?: never;
        /** Disconnect: events are refused from now on, features stay */
        delete: operations["deleteProjectsConnections_project_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/connections/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was received through a connection and what became of it, newest first */
        get: operations["getProjectsConnectionsEvents_project_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/connections/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the address and the secret again; who saw them is recorded */
        post: operations["postProjectsConnectionsReveal_project_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/connections/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the secret, or the secret address */
        post: operations["postProjectsConnectionsRotate_project_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/console": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The endpoints and keys for client applications and for the flag platform, of all environments */
        get: operations["getProjectsConsole_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The environments of a project */
        get: operations["getProjectsEnvironments_project"];
        put?: never;
        /** Create an environment; every flag starts there switched off */
        post: operations["postProjectsEnvironments_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An environment, its public browser id, and how far its ledger has come */
        get: operations["getProjectsEnvironments_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, colour, protection or default plan of an environment */
        patch: operations["patchProjectsEnvironments_project_environment"];
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/activations/{aId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A seat and its history */
        get: operations["getProjectsEnvironmentsActivations_project_environment_aId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/activations/{aId}/rehost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a seat on to another user or device */
        post: operations["postProjectsEnvironmentsActivationsRehost_project_environment_aId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/activations/{aId}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the end of a seat */
        post: operations["postProjectsEnvironmentsActivationsRenew_project_environment_aId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/activations/{aId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a seat back */
        post: operations["postProjectsEnvironmentsActivationsRevoke_project_environment_aId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of an environment that wait for approval or for their time, and what became of those that did */
        get: operations["getProjectsEnvironmentsChanges_project_environment"];
        put?: never;
        /** Several named edits of an environment in one change */
        post: operations["postProjectsEnvironmentsChanges_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A change that waits or waited: what it would do, why it waits, and who approved it */
        get: operations["getProjectsEnvironmentsChanges_project_environment_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/changes/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a change; with the last approval it happens, or waits for its time */
        post: operations["postProjectsEnvironmentsChangesApprove_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/changes/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a change before it happens: one’s own, or with the right to cancel those of others */
        post: operations["postProjectsEnvironmentsChangesCancel_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/changes/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a change back for good, with the reason */
        post: operations["postProjectsEnvironmentsChangesReject_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** May this customer use this feature? */
        post: operations["postProjectsEnvironmentsCheck_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/check/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for up to 100 customers and 100 features at once */
        post: operations["postProjectsEnvironmentsCheckBatch_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/console": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The endpoints and keys for client applications and for the flag platform */
        get: operations["getProjectsEnvironmentsConsole_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/consume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use some of a meter, if the rules allow it */
        post: operations["postProjectsEnvironmentsConsume_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by name, found by name, key or identifier, or by what they have */
        get: operations["getProjectsEnvironmentsCustomers_project_environment"];
        put?: never;
        /** Add a customer, by any unique id that it has elsewhere */
        post: operations["postProjectsEnvironmentsCustomers_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer */
        get: operations["getProjectsEnvironmentsCustomers_project_environment_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what a customer is called and is like, its identifiers and its parent */
        patch: operations["patchProjectsEnvironmentsCustomers_project_environment_customer"];
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seats that a customer has taken, newest first */
        get: operations["getProjectsEnvironmentsCustomersActivations_project_environment_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a customer away; its history stays */
        post: operations["postProjectsEnvironmentsCustomersArchive_project_environment_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer has, feature by feature, and why */
        get: operations["getProjectsEnvironmentsCustomersEntitlements_project_environment_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer was given beside its plans, newest first */
        get: operations["getProjectsEnvironmentsCustomersGrants_project_environment_customer"];
        put?: never;
        /** Give a customer a feature, or keep it from them, for a reason and a time */
        post: operations["postProjectsEnvironmentsCustomersGrants_project_environment_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What blocks a customer, and what did, newest first */
        get: operations["getProjectsEnvironmentsCustomersHolds_project_environment_customer"];
        put?: never;
        /** Block access, changes or metering of a customer for a while */
        post: operations["postProjectsEnvironmentsCustomersHolds_project_environment_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The licence files of a customer, newest first */
        get: operations["getProjectsEnvironmentsCustomersLicences_project_environment_customer"];
        put?: never;
        /** Issue a signed file by which applications without network decide for this customer */
        post: operations["postProjectsEnvironmentsCustomersLicences_project_environment_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trials and POCs of a customer, the last one to end first */
        get: operations["getProjectsEnvironmentsCustomersProgrammes_project_environment_customer"];
        put?: never;
        /** Start a trial or a POC: a plan or features, for so many people, until a day */
        post: operations["postProjectsEnvironmentsCustomersProgrammes_project_environment_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a suspended or archived customer back what it has */
        post: operations["postProjectsEnvironmentsCustomersResume_project_environment_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer has bought, newest first */
        get: operations["getProjectsEnvironmentsCustomersSubscriptions_project_environment_customer"];
        put?: never;
        /** Put a customer on plans */
        post: operations["postProjectsEnvironmentsCustomersSubscriptions_project_environment_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take everything but essential features away, until resumed */
        post: operations["postProjectsEnvironmentsCustomersSuspend_project_environment_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a customer’s meters stand, allowance by allowance */
        get: operations["getProjectsEnvironmentsCustomersUsage_project_environment_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/customers/{customer}/usage/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer used of a feature over time */
        get: operations["getProjectsEnvironmentsCustomersUsage_project_environment_customer_feature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What every flag answers for a context or a customer */
        post: operations["postProjectsEnvironmentsEvaluate_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/features/{feature}/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How checks of a feature ended, and when each customer last used it */
        get: operations["getProjectsEnvironmentsFeaturesInsights_project_environment_feature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The flags of a project with their part in this environment */
        get: operations["getProjectsEnvironmentsFlags_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/flags/{flag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A flag with its part in this environment */
        get: operations["getProjectsEnvironmentsFlags_project_environment_flag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Turn a flag on or off in this environment, or change who gets which variation */
        patch: operations["patchProjectsEnvironmentsFlags_project_environment_flag"];
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/flags/{flag}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take over targeting from another environment, as a whole or in parts */
        post: operations["postProjectsEnvironmentsFlagsCopy_project_environment_flag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/flags/{flag}/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a flag answers for a context or a customer, with every step of why */
        post: operations["postProjectsEnvironmentsFlagsEvaluate_project_environment_flag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/flags/{flag}/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often a flag answered each of its variations, hour by hour or day by day */
        get: operations["getProjectsEnvironmentsFlagsInsights_project_environment_flag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grants, newest first; of one subject or feature, or of all */
        get: operations["getProjectsEnvironmentsGrants_project_environment"];
        put?: never;
        /** Give a feature to those on a plan, to a segment, to everyone, or to a customer */
        post: operations["postProjectsEnvironmentsGrants_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A grant */
        get: operations["getProjectsEnvironmentsGrants_project_environment_id"];
        put?: never;
        post?: never;
        /** End a grant now; it stays on record */
        delete: operations["deleteProjectsEnvironmentsGrants_project_environment_id"];
        options?: never;
        head?: never;
        /** Replace a grant by one that says something else from now on; the reply is the new one */
        patch: operations["patchProjectsEnvironmentsGrants_project_environment_id"];
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holds of all customers, newest first */
        get: operations["getProjectsEnvironmentsHolds_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/holds/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a hold now; others on the same customer stay */
        post: operations["postProjectsEnvironmentsHoldsLift_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/insights/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When applications last asked for each flag, of those that they ever asked for */
        get: operations["getProjectsEnvironmentsInsightsFlags_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The live keys of this environment, newest first */
        get: operations["getProjectsEnvironmentsKeys_project_environment"];
        put?: never;
        /** Issue a key; its value is shown in this reply */
        post: operations["postProjectsEnvironmentsKeys_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key: applications that still use it are refused */
        delete: operations["deleteProjectsEnvironmentsKeys_project_environment_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/keys/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a client-application key again; who saw it is recorded */
        post: operations["postProjectsEnvironmentsKeysReveal_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what in this environment, when and why, newest first */
        get: operations["getProjectsEnvironmentsLedger_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/ledger/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change as it happens, as events named entry */
        get: operations["getProjectsEnvironmentsLedgerStream_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/licence-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that sign the licence files of this environment, newest first */
        get: operations["getProjectsEnvironmentsLicenceKeys_project_environment"];
        put?: never;
        /** Sign with a new key from now on; what the one before has signed is still believed */
        post: operations["postProjectsEnvironmentsLicenceKeys_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/licence-keys/{key}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let nothing be believed any more that a retired key has signed */
        post: operations["postProjectsEnvironmentsLicenceKeysWithdraw_project_environment_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All licence files of this environment, newest first */
        get: operations["getProjectsEnvironmentsLicences_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/licences/{licence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a licence file is for, and whether it was revoked */
        get: operations["getProjectsEnvironmentsLicences_project_environment_licence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/licences/{licence}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself, to be handed to the customer */
        get: operations["getProjectsEnvironmentsLicencesFile_project_environment_licence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/licences/{licence}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a licence file on the list of revocations, for good */
        post: operations["postProjectsEnvironmentsLicencesRevoke_project_environment_licence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each plan contains in this environment at the moment, by rank, and how many customers are on it */
        get: operations["getProjectsEnvironmentsPlans_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan as this environment sells it */
        get: operations["getProjectsEnvironmentsPlans_project_environment_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/plans/{plan}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a version the current one in this environment, now or from a moment on */
        post: operations["postProjectsEnvironmentsPlansPublish_project_environment_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trials and POCs by their end; those that are open, soonest first */
        get: operations["getProjectsEnvironmentsProgrammes_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/programmes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A trial or POC, with who sits in it and how far its goals are */
        get: operations["getProjectsEnvironmentsProgrammes_project_environment_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/programmes/{id}/add-seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let more people sit in a programme; says how many there are then */
        post: operations["postProjectsEnvironmentsProgrammesAddSeats_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/programmes/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a programme now, with everything that it issued */
        post: operations["postProjectsEnvironmentsProgrammesCancel_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/programmes/{id}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From trial to purchase in one step: who sits keeps the seat, and nothing is interrupted */
        post: operations["postProjectsEnvironmentsProgrammesConvert_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/programmes/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the end of a programme on, and of everything that it issued */
        post: operations["postProjectsEnvironmentsProgrammesExtend_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/programmes/{id}/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What shall be shown by the end, and what has been */
        put: operations["putProjectsEnvironmentsProgrammesGoals_project_environment_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/programmes/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how the sale went; a loss ends what still runs */
        post: operations["postProjectsEnvironmentsProgrammesOutcome_project_environment_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/programmes/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How trials and POCs came out, and what part of them was bought */
        get: operations["getProjectsEnvironmentsProgrammesReport_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold some of a meter until it is known how much is used */
        post: operations["postProjectsEnvironmentsReservations_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/reservations/{reservation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of what was held */
        get: operations["getProjectsEnvironmentsReservations_project_environment_reservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/reservations/{reservation}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back what is held, unused */
        post: operations["postProjectsEnvironmentsReservationsRelease_project_environment_reservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/reservations/{reservation}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count what was really used of what is held, once */
        post: operations["postProjectsEnvironmentsReservationsSettle_project_environment_reservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The segments of a project, with the number of their members in this environment */
        get: operations["getProjectsEnvironmentsSegments_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/segments/{segment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A segment, with the number of its members in this environment */
        get: operations["getProjectsEnvironmentsSegments_project_environment_segment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/segments/{segment}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The imports into a segment, the newest first */
        get: operations["getProjectsEnvironmentsSegmentsImports_project_environment_segment"];
        put?: never;
        /** Take a list that was sent into the segment, part by part */
        post: operations["postProjectsEnvironmentsSegmentsImports_project_environment_segment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/segments/{segment}/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is */
        get: operations["getProjectsEnvironmentsSegmentsImports_project_environment_segment_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/segments/{segment}/imports/{import}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in no more of an import; what went in stays */
        post: operations["postProjectsEnvironmentsSegmentsImportsCancel_project_environment_segment_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/segments/{segment}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is listed in a segment in this environment */
        get: operations["getProjectsEnvironmentsSegmentsMembers_project_environment_segment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** List members of a segment in this environment, or strike them off */
        patch: operations["patchProjectsEnvironmentsSegmentsMembers_project_environment_segment"];
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/segments/{segment}/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list of keys as it arrives, or as it arrived: how many, and what is wrong with it */
        get: operations["getProjectsEnvironmentsSegmentsUploads_project_environment_segment_upload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What all customers have bought, newest first */
        get: operations["getProjectsEnvironmentsSubscriptions_project_environment"];
        put?: never;
        /** Draft a subscription that has no customer yet */
        post: operations["postProjectsEnvironmentsSubscriptions_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/subscriptions/{eId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A subscription with the seats taken and left of each item */
        get: operations["getProjectsEnvironmentsSubscriptions_project_environment_eId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change quantities, ends and versions of items, or add items */
        patch: operations["patchProjectsEnvironmentsSubscriptions_project_environment_eId"];
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/subscriptions/{eId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft into force */
        post: operations["postProjectsEnvironmentsSubscriptionsActivate_project_environment_eId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/subscriptions/{eId}/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seats taken of a subscription, newest first */
        get: operations["getProjectsEnvironmentsSubscriptionsActivations_project_environment_eId"];
        put?: never;
        /** Take a seat for a user or a device */
        post: operations["postProjectsEnvironmentsSubscriptionsActivations_project_environment_eId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/subscriptions/{eId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a subscription now and for good */
        post: operations["postProjectsEnvironmentsSubscriptionsClose_project_environment_eId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/subscriptions/{eId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back what a suspended subscription gave */
        post: operations["postProjectsEnvironmentsSubscriptionsResume_project_environment_eId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/subscriptions/{eId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move seats that nobody uses into a subscription of their own */
        post: operations["postProjectsEnvironmentsSubscriptionsSplit_project_environment_eId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/subscriptions/{eId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop everything that a subscription gives, until resumed */
        post: operations["postProjectsEnvironmentsSubscriptionsSuspend_project_environment_eId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/usage/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report what was used already, up to 1000 events at once */
        post: operations["postProjectsEnvironmentsUsageEvents_project_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/environments/{environment}/usage/thresholds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came near the end of an allowance, or to it */
        get: operations["getProjectsEnvironmentsUsageThresholds_project_environment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is sold, limited or withheld */
        get: operations["getProjectsFeatures_project"];
        put?: never;
        /** Create a feature; nobody has it until it is granted, unless it is open */
        post: operations["postProjectsFeatures_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/features/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A feature with its licence models, attributes and plans */
        get: operations["getProjectsFeatures_project_feature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change words, settings, guarding flag, requirements or state of a feature */
        patch: operations["patchProjectsFeatures_project_feature"];
        trace?: never;
    };
    "/api/v1/projects/{project}/flag-differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The flags that are not the same in two environments, and in what they differ */
        get: operations["getProjectsFlagDifferences_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The flags of a project, without what belongs to its environments */
        get: operations["getProjectsFlags_project"];
        put?: never;
        /** Create a flag, off in every environment; tagged EntitledFeature it becomes a feature */
        post: operations["postProjectsFlags_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/flags/{flag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A flag, without what belongs to its environments */
        get: operations["getProjectsFlags_project_flag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change words, tags, variations or state of a flag, the same in all environments */
        patch: operations["patchProjectsFlags_project_flag"];
        trace?: never;
    };
    "/api/v1/projects/{project}/flags/{flag}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new flag from this one, with its targeting, off in every environment */
        post: operations["postProjectsFlagsClone_project_flag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/flags/{flag}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A flag in two environments, side by side */
        get: operations["getProjectsFlagsCompare_project_flag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/flags/{flag}/dependents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What leans on a flag: flags that wait for it, features that it guards, plans that sell those */
        get: operations["getProjectsFlagsDependents_project_flag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/guardrails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people may do on their own, and what somebody else has to approve */
        get: operations["getProjectsGuardrails_project"];
        put?: never;
        /** Limit what people with some roles may do on their own */
        post: operations["postProjectsGuardrails_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/guardrails/{guardrail}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A guardrail */
        get: operations["getProjectsGuardrails_project_guardrail"];
        put?: never;
        post?: never;
        /** Lift a guardrail */
        delete: operations["deleteProjectsGuardrails_project_guardrail"];
        options?: never;
        head?: never;
        /** Change what a guardrail says; it holds at once, also for changes that wait */
        patch: operations["patchProjectsGuardrails_project_guardrail"];
        trace?: never;
    };
    "/api/v1/projects/{project}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what in this project and all its environments, newest first */
        get: operations["getProjectsLedger_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans, add-ons and trials of a project */
        get: operations["getProjectsPlans_project"];
        put?: never;
        /** Create a plan; its contents are drafted as versions */
        post: operations["postProjectsPlans_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan with its versions, and where which of them is current */
        get: operations["getProjectsPlans_project_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the words about a plan, or retire it */
        patch: operations["patchProjectsPlans_project_plan"];
        trace?: never;
    };
    "/api/v1/projects/{project}/plans/{plan}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft a version of a plan; it reaches customers when it is published */
        post: operations["postProjectsPlansVersions_project_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The segments of a project */
        get: operations["getProjectsSegments_project"];
        put?: never;
        /** Create a segment; who is listed in it is said per environment */
        post: operations["postProjectsSegments_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/segments/{segment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A segment and its rules */
        get: operations["getProjectsSegments_project_segment"];
        put?: never;
        post?: never;
        /** Remove a segment that nothing asks for, with everybody it lists */
        delete: operations["deleteProjectsSegments_project_segment"];
        options?: never;
        head?: never;
        /** Change the words or the rules of a segment */
        patch: operations["patchProjectsSegments_project_segment"];
        trace?: never;
    };
    "/api/v1/projects/{project}/segments/{segment}/dependents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What asks for a segment: rules of flags, other segments, and grants to its members */
        get: operations["getProjectsSegmentsDependents_project_segment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/stale-flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flags that have done their work, and why; flags that are sold or meant to stay are left alone */
        get: operations["getProjectsStaleFlags_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people may be allowed: the roles of the product and your own */
        get: operations["getRoles"];
        put?: never;
        /** Make a role of your own, or change what it says */
        post: operations["postRoles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Drop a role that nobody has any more */
        delete: operations["deleteRoles_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail address and password */
        post: operations["postSession"];
        /** Sign out */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a one-time link: become the first administrator, or take up an invitation */
        post: operations["postSessionLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose another password; all other browsers have to sign in again */
        put: operations["putSessionPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credentials of programs on this API */
        get: operations["getTokens"];
        put?: never;
        /** Issue a token; its value is shown in this reply only */
        post: operations["postTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a token, at once and everywhere */
        delete: operations["deleteTokens_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The outside addresses that are told of what changes here */
        get: operations["getWebhooks"];
        put?: never;
        /** Tell an outside address of what changes here, in messages signed as LaunchDarkly signs them */
        post: operations["postWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook */
        get: operations["getWebhooks_webhook"];
        put?: never;
        post?: never;
        /** Tell an address no more */
        delete: operations["deleteWebhooks_webhook"];
        options?: never;
        head?: never;
        /** Change where a webhook goes, what it is told of, or its secret */
        patch: operations["patchWebhooks_webhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to a webhook in the last 30 days, and what came of it, newest first */
        get: operations["getWebhooksDeliveries_webhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ChangeNote: {
            comment?: string;
            /** Format: date-time */
            effectiveAt?: string;
            links?: ({
                label?: string;
                /** Format: uri */
                url: string;
            } | string)[];
            preview?: boolean;
            requestApproval?: boolean;
        };
        JsonValue: JsonValue;
        Pending: {
            change: {
                because: {
                    allowed: number | null;
                    asked: number | null;
                    guardrail: string | null;
                    left: number | null;
                    /** @enum {unknown} */
                    limit: "days" | "quantity" | "customers" | "times" | null;
                    name: string;
                    /** @enum {unknown} */
                    outcome: "approve" | "deny";
                    sentence: string;
                }[];
                /** Format: date-time */
                effectiveAt: string | null;
                id: string;
                requirements: {
                    approvals: number;
                    approverRoles: string[];
                    guardrail: string | null;
                    name: string;
                }[];
                /** @constant */
                status: "pending";
            };
            changeId: string;
            /** @constant */
            status: "pending";
        };
        Previewed: {
            changeId: string;
            impact: {
                complete: boolean;
                customers: {
                    gain: number;
                    lose: number;
                    overLimit: number;
                    touched: number;
                };
                examples: {
                    customer: string;
                    gains: string[];
                    loses: string[];
                    name: string;
                }[];
                features: {
                    changed: number;
                    feature: string;
                    gain: number;
                    lose: number;
                }[];
                flags?: {
                    after: {
                        customers: number;
                        variation: number | null;
                    }[];
                    before: {
                        customers: number;
                        variation: number | null;
                    }[];
                    changed: number;
                    environment: string;
                    flag: string;
                }[];
            };
            /** @constant */
            status: "previewed";
            verdict: {
                because: {
                    allowed: number | null;
                    asked: number | null;
                    guardrail: string | null;
                    left: number | null;
                    /** @enum {unknown} */
                    limit: "days" | "quantity" | "customers" | "times" | null;
                    name: string;
                    /** @enum {unknown} */
                    outcome: "approve" | "deny";
                    sentence: string;
                }[];
                /** @enum {unknown} */
                outcome: "allow" | "approve" | "deny";
                requirements: {
                    approvals: number;
                    approverRoles: string[];
                    guardrail: string | null;
                    name: string;
                }[];
            };
        };
        Problem: {
            /** @enum {string} */
            code: "invalid_request" | "invalid_json" | "too_deep" | "unsafe_text" | "unsafe_key" | "invalid_cursor" | "comment_required" | "unauthenticated" | "invalid_signature" | "sign_in_failed" | "sign_in_link_used" | "forbidden" | "wrong_origin" | "wrong_key_kind" | "not_found" | "method_not_allowed" | "unsupported_media_type" | "request_too_large" | "key_taken" | "conflict" | "identifier_taken" | "identifier_ambiguous" | "version_mismatch" | "idempotency_mismatch" | "idempotency_in_progress" | "too_many_requests" | "internal" | "unavailable" | "project_unknown" | "environment_unknown" | "flag_unknown" | "flag_unreadable" | "flag_archived" | "flag_in_use" | "variation_in_use" | "rule_unknown" | "clause_unknown" | "clause_invalid" | "targeted_already" | "not_targeted" | "guarded_answers_yes" | "variation_unknown" | "variation_kind" | "prerequisite_cycle" | "segment_in_use" | "segment_cycle" | "member_not_listed" | "import_unknown" | "import_over" | "segment_unknown" | "feature_unknown" | "feature_retired" | "feature_in_use" | "feature_kind_fixed" | "feature_cycle" | "feature_exclusive" | "feature_default_products_only" | "effect_not_for_kind" | "value_not_for_kind" | "plan_unknown" | "plan_retired" | "plan_version_unknown" | "plan_not_published" | "plan_cycle" | "customer_unknown" | "customer_archived" | "customer_required" | "customer_cycle" | "customer_too_deep" | "subscription_unknown" | "subscription_closed" | "subscription_not_active" | "subscription_item_unknown" | "items_overlap" | "quantity_below_consumed" | "interval_empty" | "end_in_past" | "grant_unknown" | "grant_over" | "grant_derived" | "reason_required" | "activation_unknown" | "activation_over" | "seat_limit_reached" | "seat_taken" | "programme_unknown" | "programme_over" | "programme_running" | "programme_had" | "programme_without_seats" | "plan_is_trial" | "freeze_blocks_purchases" | "hold_unknown" | "hold_over" | "customer_on_hold" | "webhook_unknown" | "connection_unknown" | "connection_without_secret" | "licence_unknown" | "licence_revoked" | "licence_key_unknown" | "key_unknown" | "too_many_keys" | "member_unknown" | "member_exists" | "last_administrator" | "role_unknown" | "role_in_use" | "role_built_in" | "token_unknown" | "catalogue_entity_unknown" | "catalogue_entity_taken" | "not_metered" | "usage_event_unknown" | "usage_event_corrected" | "usage_event_time" | "reservation_unknown" | "reservation_over" | "change_unknown" | "change_decided" | "change_moved_on" | "change_author_gone" | "self_approval" | "guardrail_denied" | "guardrail_unknown" | "too_many_operations" | "operation_unknown";
            detail?: string;
            errors?: {
                detail: string;
                /** @enum {string} */
                in?: "path" | "query";
                /** @example #/quantity */
                pointer: string;
            }[];
            instance: string;
            /** @example 409 */
            status: number;
            /** @example All seats are taken */
            title: string;
            /** @example /problems/seat_limit_reached */
            type: string;
        } & {
            [key: string]: unknown;
        };
        Scheduled: {
            changeId: string;
            /** Format: date-time */
            effectiveAt: string;
            /** @constant */
            status: "scheduled";
        };
    };
    responses: {
        /** @description A refusal, with a stable code (RFC 9457) */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getChanges: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            actor: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            appliedAt: string | null;
                            approvals: {
                                at: string;
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                comment: string;
                            }[];
                            baseRevision: number;
                            because: {
                                allowed: number | null;
                                asked: number | null;
                                guardrail: string | null;
                                left: number | null;
                                limit: ("days" | "quantity" | "customers" | "times") | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "approve" | "deny";
                                sentence: string;
                            }[];
                            comment: string;
                            createdAt: string;
                            customer: string | null;
                            digest: string;
                            edits: number;
                            effectiveAt: string | null;
                            ended: {
                                at: string;
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                comment: string;
                            } | null;
                            failure: {
                                code: string;
                                detail: string;
                            } | null;
                            id: string;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                            links: {
                                label?: string;
                                url: string;
                            }[];
                            may: {
                                approve: {
                                    allowed: boolean;
                                    because: string;
                                };
                                cancel: {
                                    allowed: boolean;
                                    because: string;
                                };
                                reject: {
                                    allowed: boolean;
                                    because: string;
                                };
                            };
                            operations: {
                                kind: string;
                                resource: string;
                            }[];
                            requirements: {
                                approvals: number;
                                approverRoles: string[];
                                guardrail: string | null;
                                missing: number;
                                name: string;
                            }[];
                            /** @enum {string} */
                            status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                        }[];
                        nextCursor: string | null;
                        waiting: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postChanges: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    /** Format: date-time */
                    effectiveAt?: string;
                    links?: ({
                        label?: string;
                        /** Format: uri */
                        url: string;
                    } | string)[];
                    operations: {
                        input: unknown;
                        kind: string;
                    }[];
                    preview?: boolean;
                    requestApproval?: boolean;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeId: string;
                        resources: {
                            after: unknown;
                            id: string;
                            kind: string;
                            version: number;
                        }[];
                        revision: number;
                        /** @constant */
                        status: "applied";
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getChanges_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        may: {
                            approve: {
                                allowed: boolean;
                                because: string;
                            };
                            cancel: {
                                allowed: boolean;
                                because: string;
                            };
                            reject: {
                                allowed: boolean;
                                because: string;
                            };
                        };
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postChangesApprove_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description What became of the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postChangesCancel_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description What became of the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postChangesReject_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description What became of the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getLedger: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                customer?: string;
                feature?: string;
                flag?: string;
                from?: string;
                limit?: number;
                segment?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: string;
                            actor: {
                                id: string;
                                /** @enum {string} */
                                kind: "member" | "token" | "key" | "connection" | "system";
                                name: string;
                            };
                            after: unknown;
                            /** Format: date-time */
                            at: string;
                            before: unknown;
                            changeId: string;
                            comment: string;
                            customer: string | null;
                            environment: string;
                            feature: string | null;
                            hash: string;
                            readonly links: {
                                label?: string;
                                /** Format: uri */
                                url: string;
                            }[];
                            position: number;
                            project: string;
                            resource: string;
                            resourceId: string;
                            resourceKind: string;
                            revision: number | null;
                            seq: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getMe: {
        parameters: {
            query?: {
                environment?: string;
                project?: string;
                tags?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        because: {
                            [key: string]: string;
                        };
                        may: {
                            [key: string]: boolean;
                        };
                        principal: {
                            email?: string;
                            id: string;
                            /** @enum {string} */
                            kind: "member" | "token" | "key" | "connection" | "system";
                            name: string;
                            roles: string[];
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: email */
                            email: string;
                            id: string;
                            name: string;
                            roles: string[];
                            /** @enum {string} */
                            state: "invited" | "active" | "removed";
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** Format: email */
                    email: string;
                    name?: string;
                    roles: string[];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: email */
                        email: string;
                        id: string;
                        name: string;
                        roles: string[];
                        signInLink: {
                            url: string;
                        } | null;
                        /** @enum {string} */
                        state: "invited" | "active" | "removed";
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteMembers_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: email */
                        email: string;
                        id: string;
                        name: string;
                        roles: string[];
                        /** @enum {string} */
                        state: "invited" | "active" | "removed";
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchMembers_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    name?: string;
                    roles?: string[];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: email */
                        email: string;
                        id: string;
                        name: string;
                        roles: string[];
                        /** @enum {string} */
                        state: "invited" | "active" | "removed";
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postMembersSignInLink_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: email */
                        email: string;
                        id: string;
                        name: string;
                        roles: string[];
                        signInLink: {
                            url: string;
                        } | null;
                        /** @enum {string} */
                        state: "invited" | "active" | "removed";
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjects: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            description: string;
                            key: string;
                            name: string;
                            revision?: number;
                            tags: string[];
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjects: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    environments?: {
                        /** @enum {string} */
                        color?: "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "gray";
                        key: string;
                        name: string;
                        protected?: boolean;
                    }[];
                    key: string;
                    name: string;
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        environments: {
                            clientSideId: string;
                            /** @enum {string} */
                            color: "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "gray";
                            defaultPlan: string | null;
                            key: string;
                            name: string;
                            protected: boolean;
                            revision?: number;
                            secureMode?: boolean;
                            version: number;
                        }[];
                        key: string;
                        name: string;
                        revision?: number;
                        tags: string[];
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjects_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        environments: {
                            clientSideId: string;
                            /** @enum {string} */
                            color: "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "gray";
                            defaultPlan: string | null;
                            key: string;
                            name: string;
                            protected: boolean;
                            revision?: number;
                            secureMode?: boolean;
                            version: number;
                        }[];
                        key: string;
                        name: string;
                        revision?: number;
                        tags: string[];
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjects_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    name?: string;
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        key: string;
                        name: string;
                        revision?: number;
                        tags: string[];
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsCatalogue_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            belongsTo: string | null;
                            description: string;
                            id: string;
                            name: string;
                            /** @enum {string} */
                            type: "namespace" | "enforcement" | "licence_model" | "attribute";
                            version: string;
                        }[];
                        missing: string[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsCatalogue_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    belongsTo?: string;
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    name: string;
                    /** @enum {string} */
                    type: "namespace" | "enforcement" | "licence_model" | "attribute";
                    version?: string;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        belongsTo: string | null;
                        description: string;
                        id: string;
                        name: string;
                        revision: number;
                        /** @enum {string} */
                        type: "namespace" | "enforcement" | "licence_model" | "attribute";
                        version: string;
                        warnings: string[];
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteProjectsCatalogue_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        revision: number;
                        warnings: string[];
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsCatalogue_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    name?: string;
                    version?: string;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        belongsTo: string | null;
                        description: string;
                        id: string;
                        name: string;
                        revision: number;
                        /** @enum {string} */
                        type: "namespace" | "enforcement" | "licence_model" | "attribute";
                        version: string;
                        warnings: string[];
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsCatalogueRestore_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        features: string[];
                        restored: {
                            belongsTo: string | null;
                            description: string;
                            id: string;
                            name: string;
                            /** @enum {string} */
                            type: "namespace" | "enforcement" | "licence_model" | "attribute";
                            version: string;
                        }[];
                        revision: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsChanges_project: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: string;
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            actor: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            appliedAt: string | null;
                            approvals: {
                                at: string;
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                comment: string;
                            }[];
                            baseRevision: number;
                            because: {
                                allowed: number | null;
                                asked: number | null;
                                guardrail: string | null;
                                left: number | null;
                                limit: ("days" | "quantity" | "customers" | "times") | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "approve" | "deny";
                                sentence: string;
                            }[];
                            comment: string;
                            createdAt: string;
                            customer: string | null;
                            digest: string;
                            edits: number;
                            effectiveAt: string | null;
                            ended: {
                                at: string;
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                comment: string;
                            } | null;
                            failure: {
                                code: string;
                                detail: string;
                            } | null;
                            id: string;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                            links: {
                                label?: string;
                                url: string;
                            }[];
                            may: {
                                approve: {
                                    allowed: boolean;
                                    because: string;
                                };
                                cancel: {
                                    allowed: boolean;
                                    because: string;
                                };
                                reject: {
                                    allowed: boolean;
                                    because: string;
                                };
                            };
                            operations: {
                                kind: string;
                                resource: string;
                            }[];
                            requirements: {
                                approvals: number;
                                approverRoles: string[];
                                guardrail: string | null;
                                missing: number;
                                name: string;
                            }[];
                            /** @enum {string} */
                            status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                        }[];
                        nextCursor: string | null;
                        waiting: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsChanges_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    /** Format: date-time */
                    effectiveAt?: string;
                    links?: ({
                        label?: string;
                        /** Format: uri */
                        url: string;
                    } | string)[];
                    operations: {
                        input: unknown;
                        kind: string;
                    }[];
                    preview?: boolean;
                    requestApproval?: boolean;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeId: string;
                        resources: {
                            after: unknown;
                            id: string;
                            kind: string;
                            version: number;
                        }[];
                        revision: number;
                        /** @constant */
                        status: "applied";
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsChanges_project_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        may: {
                            approve: {
                                allowed: boolean;
                                because: string;
                            };
                            cancel: {
                                allowed: boolean;
                                because: string;
                            };
                            reject: {
                                allowed: boolean;
                                because: string;
                            };
                        };
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsChangesApprove_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description What became of the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsChangesCancel_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description What became of the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsChangesReject_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description What became of the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsConnections_project: {
        parameters: {
            query?: {
                closed?: string;
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            blocked: number;
                            /** Format: date-time */
                            createdAt: string;
                            environment: string | null;
                            failed: number;
                            health: {
                                detail: string;
                                /** @enum {string} */
                                state: "waiting" | "healthy" | "blocked";
                            };
                            id: string;
                            lastReceivedAt: string | null;
                            liveSecrets: number;
                            name: string;
                            /** @enum {string} */
                            platform: "launchdarkly" | "split" | "stripe" | "chargebee" | "recurly" | "zuora" | "salesforce";
                            /** @enum {string} */
                            state: "active" | "disconnected";
                            tags: string[];
                            url: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsConnections_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    environment?: string | null;
                    name?: string;
                    /** @enum {string} */
                    platform: "launchdarkly" | "split";
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        environment: string | null;
                        id: string;
                        name: string;
                        /** @enum {string} */
                        platform: "launchdarkly" | "split" | "stripe" | "chargebee" | "recurly" | "zuora" | "salesforce";
                        secret?: string | null;
                        /** @enum {string} */
                        state: "active" | "disconnected";
                        tags: string[];
                        url: string | null;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsConnections_project_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocked: number;
                        /** Format: date-time */
                        createdAt: string;
                        environment: string | null;
                        events: {
                            about: string;
                            at: string | null;
                            attempts: number;
                            id: string;
                            message: unknown;
                            reason: string | null;
                            receivedAt: string;
                            status: string;
                        }[];
                        failed: number;
                        flags: {
                            connection: string;
                            feature: string | null;
                            flagRef: string;
                            id: string;
                            lastDate: number;
                            lastVersion: number;
                            /** @enum {string} */
                            platform: "launchdarkly" | "split";
                            projectRef: string;
                            /** @enum {string} */
                            state: "attached" | "detached" | "archived" | "deprecated" | "deleted";
                        }[];
                        health: {
                            detail: string;
                            /** @enum {string} */
                            state: "waiting" | "healthy" | "blocked";
                        };
                        id: string;
                        lastReceivedAt: string | null;
                        liveSecrets: number;
                        missing: string[];
                        name: string;
                        /** @enum {string} */
                        platform: "launchdarkly" | "split" | "stripe" | "chargebee" | "recurly" | "zuora" | "salesforce";
                        setUp: {
                            notes: string[];
                            policy: string | null;
                            steps: string[];
                        };
                        /** @enum {string} */
                        state: "active" | "disconnected";
                        tags: string[];
                        url: string;
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteProjectsConnections_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "active" | "disconnected";
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsConnectionsEvents_project_id: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "received" | "applied" | "ignored" | "blocked" | "failed";
            };
            header?: never;
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: string;
                            at: string | null;
                            attempts: number;
                            id: string;
                            message: unknown;
                            reason: string | null;
                            receivedAt: string;
                            status: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsConnectionsReveal_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        environment: string | null;
                        id: string;
                        name: string;
                        /** @enum {string} */
                        platform: "launchdarkly" | "split" | "stripe" | "chargebee" | "recurly" | "zuora" | "salesforce";
                        secret?: string | null;
                        /** @enum {string} */
                        state: "active" | "disconnected";
                        tags: string[];
                        url: string | null;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsConnectionsRotate_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    endPrevious?: boolean;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        environment: string | null;
                        id: string;
                        name: string;
                        /** @enum {string} */
                        platform: "launchdarkly" | "split" | "stripe" | "chargebee" | "recurly" | "zuora" | "salesforce";
                        secret?: string | null;
                        /** @enum {string} */
                        state: "active" | "disconnected";
                        tags: string[];
                        url: string | null;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsConsole_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entitledFeatures: {
                            apiKeys: {
                                ending: string;
                                environment: string;
                                id: string;
                                name: string;
                                reveal: string;
                                revealable: boolean;
                            }[];
                            endpoint: string;
                        };
                        featureFlags: {
                            apiKey: {
                                liveKeys: number;
                                reveal: string;
                            } | null;
                            connection: string;
                            endpoint: string;
                            name: string;
                            /** @enum {string} */
                            platform: "LaunchDarkly" | "Split";
                            warning: string | null;
                        }[] | null;
                        warnings: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironments_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            clientSideId: string;
                            /** @enum {string} */
                            color: "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "gray";
                            defaultPlan: string | null;
                            key: string;
                            name: string;
                            protected: boolean;
                            revision?: number;
                            secureMode?: boolean;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironments_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @enum {string} */
                    color?: "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "gray";
                    key: string;
                    name: string;
                    protected?: boolean;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSideId: string;
                        /** @enum {string} */
                        color: "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "gray";
                        defaultPlan: string | null;
                        key: string;
                        name: string;
                        protected: boolean;
                        revision?: number;
                        secureMode?: boolean;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironments_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSideId: string;
                        /** @enum {string} */
                        color: "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "gray";
                        defaultPlan: string | null;
                        epoch: string;
                        key: string;
                        name: string;
                        protected: boolean;
                        revision?: number;
                        secureMode?: boolean;
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsEnvironments_project_environment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @enum {string} */
                    color?: "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "gray";
                    defaultPlan?: string | null;
                    name?: string;
                    protected?: boolean;
                    secureMode?: boolean;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSideId: string;
                        /** @enum {string} */
                        color: "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "gray";
                        defaultPlan: string | null;
                        key: string;
                        name: string;
                        protected: boolean;
                        revision?: number;
                        secureMode?: boolean;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsActivations_project_environment_aId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                aId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aId: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string;
                        eId: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            subject: {
                                key: string;
                                /** @enum {string} */
                                kind: "user" | "device";
                            };
                            /** @enum {string} */
                            what: "activated" | "renewed" | "rehosted" | "revoked";
                        }[];
                        pkId: string;
                        quantity: number;
                        revision?: number;
                        /** @enum {string} */
                        state: "active" | "revoked";
                        subject: {
                            key: string;
                            /** @enum {string} */
                            kind: "user" | "device";
                        };
                        to: string | null;
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsActivationsRehost_project_environment_aId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                aId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    subject: {
                        key: string;
                        /** @enum {string} */
                        kind: "user" | "device";
                    };
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aId: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string;
                        eId: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            subject: {
                                key: string;
                                /** @enum {string} */
                                kind: "user" | "device";
                            };
                            /** @enum {string} */
                            what: "activated" | "renewed" | "rehosted" | "revoked";
                        }[];
                        pkId: string;
                        quantity: number;
                        revision?: number;
                        /** @enum {string} */
                        state: "active" | "revoked";
                        subject: {
                            key: string;
                            /** @enum {string} */
                            kind: "user" | "device";
                        };
                        to: string | null;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsActivationsRenew_project_environment_aId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                aId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    to?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aId: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string;
                        eId: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            subject: {
                                key: string;
                                /** @enum {string} */
                                kind: "user" | "device";
                            };
                            /** @enum {string} */
                            what: "activated" | "renewed" | "rehosted" | "revoked";
                        }[];
                        pkId: string;
                        quantity: number;
                        revision?: number;
                        /** @enum {string} */
                        state: "active" | "revoked";
                        subject: {
                            key: string;
                            /** @enum {string} */
                            kind: "user" | "device";
                        };
                        to: string | null;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsActivationsRevoke_project_environment_aId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                aId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aId: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string;
                        eId: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            subject: {
                                key: string;
                                /** @enum {string} */
                                kind: "user" | "device";
                            };
                            /** @enum {string} */
                            what: "activated" | "renewed" | "rehosted" | "revoked";
                        }[];
                        pkId: string;
                        quantity: number;
                        revision?: number;
                        /** @enum {string} */
                        state: "active" | "revoked";
                        subject: {
                            key: string;
                            /** @enum {string} */
                            kind: "user" | "device";
                        };
                        to: string | null;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsChanges_project_environment: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: string;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            actor: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            appliedAt: string | null;
                            approvals: {
                                at: string;
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                comment: string;
                            }[];
                            baseRevision: number;
                            because: {
                                allowed: number | null;
                                asked: number | null;
                                guardrail: string | null;
                                left: number | null;
                                limit: ("days" | "quantity" | "customers" | "times") | null;
                                name: string;
                                /** @enum {string} */
                                outcome: "approve" | "deny";
                                sentence: string;
                            }[];
                            comment: string;
                            createdAt: string;
                            customer: string | null;
                            digest: string;
                            edits: number;
                            effectiveAt: string | null;
                            ended: {
                                at: string;
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                comment: string;
                            } | null;
                            failure: {
                                code: string;
                                detail: string;
                            } | null;
                            id: string;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                            links: {
                                label?: string;
                                url: string;
                            }[];
                            may: {
                                approve: {
                                    allowed: boolean;
                                    because: string;
                                };
                                cancel: {
                                    allowed: boolean;
                                    because: string;
                                };
                                reject: {
                                    allowed: boolean;
                                    because: string;
                                };
                            };
                            operations: {
                                kind: string;
                                resource: string;
                            }[];
                            requirements: {
                                approvals: number;
                                approverRoles: string[];
                                guardrail: string | null;
                                missing: number;
                                name: string;
                            }[];
                            /** @enum {string} */
                            status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                        }[];
                        nextCursor: string | null;
                        waiting: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsChanges_project_environment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    /** Format: date-time */
                    effectiveAt?: string;
                    links?: ({
                        label?: string;
                        /** Format: uri */
                        url: string;
                    } | string)[];
                    operations: {
                        input: unknown;
                        kind: string;
                    }[];
                    preview?: boolean;
                    requestApproval?: boolean;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeId: string;
                        resources: {
                            after: unknown;
                            id: string;
                            kind: string;
                            version: number;
                        }[];
                        revision: number;
                        /** @constant */
                        status: "applied";
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsChanges_project_environment_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        may: {
                            approve: {
                                allowed: boolean;
                                because: string;
                            };
                            cancel: {
                                allowed: boolean;
                                because: string;
                            };
                            reject: {
                                allowed: boolean;
                                because: string;
                            };
                        };
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsChangesApprove_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description What became of the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsChangesCancel_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description What became of the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsChangesReject_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    comment?: string;
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description What became of the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: {
                            id: string;
                            kind: string;
                            name: string;
                        };
                        appliedAt: string | null;
                        approvals: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        }[];
                        baseRevision: number;
                        because: {
                            allowed: number | null;
                            asked: number | null;
                            guardrail: string | null;
                            left: number | null;
                            limit: ("days" | "quantity" | "customers" | "times") | null;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            sentence: string;
                        }[];
                        comment: string;
                        createdAt: string;
                        customer: string | null;
                        digest: string;
                        effectiveAt: string | null;
                        ended: {
                            at: string;
                            by: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            comment: string;
                        } | null;
                        failure: {
                            code: string;
                            detail: string;
                        } | null;
                        id: string;
                        links: {
                            label?: string;
                            url: string;
                        }[];
                        operations: {
                            kind: string;
                            resource: string;
                        }[];
                        preview: {
                            at: string;
                            edits: {
                                action: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                customer: string | null;
                                feature: string | null;
                                resourceId: string;
                                resourceKind: string;
                            }[];
                            editsInAll: number;
                            impact: {
                                complete: boolean;
                                customers: {
                                    gain: number;
                                    lose: number;
                                    overLimit: number;
                                    touched: number;
                                };
                                examples: {
                                    customer: string;
                                    gains: string[];
                                    loses: string[];
                                    name: string;
                                }[];
                                features: {
                                    changed: number;
                                    feature: string;
                                    gain: number;
                                    lose: number;
                                }[];
                                readonly flags?: {
                                    readonly after: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    readonly before: {
                                        customers: number;
                                        variation: number | null;
                                    }[];
                                    changed: number;
                                    environment: string;
                                    flag: string;
                                }[];
                            };
                        };
                        requirements: {
                            approvals: number;
                            approverRoles: string[];
                            guardrail: string | null;
                            missing: number;
                            name: string;
                        }[];
                        /** @enum {string} */
                        status: "pending" | "approved" | "scheduled" | "applied" | "rejected" | "failed" | "cancelled";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCheck_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    context?: {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                    customer: string;
                    explain?: boolean;
                    feature: string;
                    quantity?: number;
                    value?: components["schemas"]["JsonValue"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: boolean;
                        customer: string;
                        /** @enum {string} */
                        enforcement: "hard" | "soft" | "observe";
                        feature: string;
                        /** @enum {string} */
                        freshness: "live" | "stale" | "fallback";
                        limit: (number | "unlimited") | null;
                        nextChangeAt: string | null;
                        /** @enum {string} */
                        reason: "feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached" | "entitled" | "open" | "fail_mode" | "no_data";
                        remaining: (number | "unlimited") | null;
                        reserved: number | null;
                        resetAt: string | null;
                        revision: number;
                        sentence?: string;
                        readonly sources?: {
                            because: string | null;
                            contribution: components["schemas"]["JsonValue"];
                            /** @enum {string} */
                            effect: "allow" | "deny" | "set" | "add" | "cap";
                            /** Format: date-time */
                            from: string;
                            grant: string;
                            kept: boolean;
                            label: string;
                            /** @enum {string} */
                            origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                            pkId: string | null;
                            plan: string | null;
                            to: string | null;
                        }[];
                        readonly steps?: {
                            passed: boolean;
                            reason: ("feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached") | null;
                            /** @enum {string} */
                            stage: "known" | "guarding_flag" | "customer_status" | "denials" | "grants" | "requirements" | "rollout" | "value" | "seat" | "allowance";
                        }[];
                        readonly unlock?: {
                            key: string;
                            /** @enum {string} */
                            kind: "plan" | "addon" | "seat" | "approval";
                            name: string;
                        }[];
                        used: number | null;
                        value: components["schemas"]["JsonValue"];
                        readonly warnings: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCheckBatch_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    context?: {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                    customers: string[];
                    features: string[];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowed: boolean;
                            customer: string;
                            /** @enum {string} */
                            enforcement: "hard" | "soft" | "observe";
                            feature: string;
                            /** @enum {string} */
                            freshness: "live" | "stale" | "fallback";
                            limit: (number | "unlimited") | null;
                            nextChangeAt: string | null;
                            /** @enum {string} */
                            reason: "feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached" | "entitled" | "open" | "fail_mode" | "no_data";
                            remaining: (number | "unlimited") | null;
                            reserved: number | null;
                            resetAt: string | null;
                            revision: number;
                            sentence?: string;
                            readonly sources?: {
                                because: string | null;
                                contribution: components["schemas"]["JsonValue"];
                                /** @enum {string} */
                                effect: "allow" | "deny" | "set" | "add" | "cap";
                                /** Format: date-time */
                                from: string;
                                grant: string;
                                kept: boolean;
                                label: string;
                                /** @enum {string} */
                                origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                                pkId: string | null;
                                plan: string | null;
                                to: string | null;
                            }[];
                            readonly steps?: {
                                passed: boolean;
                                reason: ("feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached") | null;
                                /** @enum {string} */
                                stage: "known" | "guarding_flag" | "customer_status" | "denials" | "grants" | "requirements" | "rollout" | "value" | "seat" | "allowance";
                            }[];
                            readonly unlock?: {
                                key: string;
                                /** @enum {string} */
                                kind: "plan" | "addon" | "seat" | "approval";
                                name: string;
                            }[];
                            used: number | null;
                            value: components["schemas"]["JsonValue"];
                            readonly warnings: string[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsConsole_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entitledFeatures: {
                            apiKeys: {
                                ending: string;
                                environment: string;
                                id: string;
                                name: string;
                                reveal: string;
                                revealable: boolean;
                            }[];
                            endpoint: string;
                        };
                        featureFlags: {
                            apiKey: {
                                liveKeys: number;
                                reveal: string;
                            } | null;
                            connection: string;
                            endpoint: string;
                            name: string;
                            /** @enum {string} */
                            platform: "LaunchDarkly" | "Split";
                            warning: string | null;
                        }[] | null;
                        warnings: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsConsume_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    context?: {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                    customer: string;
                    dimensions?: {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                    feature: string;
                    idempotencyKey?: string;
                    /** @default 1 */
                    quantity?: number;
                };
            };
        };
        responses: {
            /** @description What was counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: boolean;
                        consumed: number;
                        customer: string;
                        duplicate: boolean;
                        /** @enum {string} */
                        enforcement: "hard" | "soft" | "observe";
                        feature: string;
                        /** @enum {string} */
                        freshness: "live" | "stale" | "fallback";
                        limit: (number | "unlimited") | null;
                        meter: {
                            counters: {
                                [key: string]: {
                                    before: {
                                        from: number | null;
                                        used: number;
                                    } | null;
                                    carried: number;
                                    from: number | null;
                                    reserved: number;
                                    used: number;
                                };
                            };
                            version: number;
                        };
                        nextChangeAt: string | null;
                        overage: number;
                        /** @enum {string} */
                        reason: "feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached" | "entitled" | "open" | "fail_mode" | "no_data";
                        remaining: (number | "unlimited") | null;
                        reserved: number | null;
                        resetAt: string | null;
                        revision: number;
                        sentence?: string;
                        readonly sources?: {
                            because: string | null;
                            contribution: components["schemas"]["JsonValue"];
                            /** @enum {string} */
                            effect: "allow" | "deny" | "set" | "add" | "cap";
                            /** Format: date-time */
                            from: string;
                            grant: string;
                            kept: boolean;
                            label: string;
                            /** @enum {string} */
                            origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                            pkId: string | null;
                            plan: string | null;
                            to: string | null;
                        }[];
                        readonly steps?: {
                            passed: boolean;
                            reason: ("feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached") | null;
                            /** @enum {string} */
                            stage: "known" | "guarding_flag" | "customer_status" | "denials" | "grants" | "requirements" | "rollout" | "value" | "seat" | "allowance";
                        }[];
                        readonly unlock?: {
                            key: string;
                            /** @enum {string} */
                            kind: "plan" | "addon" | "seat" | "approval";
                            name: string;
                        }[];
                        used: number | null;
                        value: components["schemas"]["JsonValue"];
                        readonly warnings: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomers_project_environment: {
        parameters: {
            query?: {
                cursor?: string;
                feature?: string;
                limit?: number;
                plan?: string;
                query?: string;
                state?: "prospect" | "active" | "suspended" | "archived";
                tag?: string;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attributes: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            contacts: {
                                /** Format: email */
                                email: string;
                                name: string;
                                role?: string;
                            }[];
                            endsNext: string | null;
                            identifiers: {
                                crmId?: string;
                                externalId?: string;
                                identifier?: string;
                                refId?: string;
                                stripe?: string;
                            };
                            key: string;
                            name: string;
                            owner: string | null;
                            parent: string | null;
                            readonly plans: {
                                name: string;
                                plan: string;
                                quantity: number;
                                to: string | null;
                            }[];
                            revision?: number;
                            /** @enum {string} */
                            state: "prospect" | "active" | "suspended" | "archived";
                            tags: string[];
                            timeZone: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCustomers_project_environment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attributes?: {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                    change?: components["schemas"]["ChangeNote"];
                    contacts?: {
                        /** Format: email */
                        email: string;
                        name: string;
                        role?: string;
                    }[];
                    externalId?: string;
                    identifiers?: {
                        crmId?: string;
                        externalId?: string;
                        identifier?: string;
                        refId?: string;
                        stripe?: string;
                    };
                    key: string;
                    name: string;
                    owner?: string | null;
                    parent?: string | null;
                    /** @enum {string} */
                    state?: "prospect" | "active";
                    tags?: string[];
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        contacts: {
                            /** Format: email */
                            email: string;
                            name: string;
                            role?: string;
                        }[];
                        identifiers: {
                            crmId?: string;
                            externalId?: string;
                            identifier?: string;
                            refId?: string;
                            stripe?: string;
                        };
                        key: string;
                        name: string;
                        owner: string | null;
                        parent: string | null;
                        revision?: number;
                        /** @enum {string} */
                        state: "prospect" | "active" | "suspended" | "archived";
                        tags: string[];
                        timeZone: string;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomers_project_environment_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        contacts: {
                            /** Format: email */
                            email: string;
                            name: string;
                            role?: string;
                        }[];
                        identifiers: {
                            crmId?: string;
                            externalId?: string;
                            identifier?: string;
                            refId?: string;
                            stripe?: string;
                        };
                        key: string;
                        name: string;
                        owner: string | null;
                        parent: string | null;
                        revision?: number;
                        /** @enum {string} */
                        state: "prospect" | "active" | "suspended" | "archived";
                        tags: string[];
                        timeZone: string;
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsEnvironmentsCustomers_project_environment_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    attributes?: {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                    change?: components["schemas"]["ChangeNote"];
                    contacts?: {
                        /** Format: email */
                        email: string;
                        name: string;
                        role?: string;
                    }[];
                    externalId?: string | null;
                    identifiers?: {
                        crmId?: string | null;
                        externalId?: string | null;
                        identifier?: string | null;
                        refId?: string | null;
                        stripe?: string | null;
                    };
                    name?: string;
                    owner?: string | null;
                    parent?: string | null;
                    /** @enum {string} */
                    state?: "prospect" | "active";
                    tags?: string[];
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        contacts: {
                            /** Format: email */
                            email: string;
                            name: string;
                            role?: string;
                        }[];
                        identifiers: {
                            crmId?: string;
                            externalId?: string;
                            identifier?: string;
                            refId?: string;
                            stripe?: string;
                        };
                        key: string;
                        name: string;
                        owner: string | null;
                        parent: string | null;
                        revision?: number;
                        /** @enum {string} */
                        state: "prospect" | "active" | "suspended" | "archived";
                        tags: string[];
                        timeZone: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomersActivations_project_environment_customer: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            aId: string;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            customer: string;
                            eId: string;
                            history: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                subject: {
                                    key: string;
                                    /** @enum {string} */
                                    kind: "user" | "device";
                                };
                                /** @enum {string} */
                                what: "activated" | "renewed" | "rehosted" | "revoked";
                            }[];
                            pkId: string;
                            quantity: number;
                            revision?: number;
                            /** @enum {string} */
                            state: "active" | "revoked";
                            subject: {
                                key: string;
                                /** @enum {string} */
                                kind: "user" | "device";
                            };
                            to: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCustomersArchive_project_environment_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        contacts: {
                            /** Format: email */
                            email: string;
                            name: string;
                            role?: string;
                        }[];
                        identifiers: {
                            crmId?: string;
                            externalId?: string;
                            identifier?: string;
                            refId?: string;
                            stripe?: string;
                        };
                        key: string;
                        name: string;
                        owner: string | null;
                        parent: string | null;
                        revision?: number;
                        /** @enum {string} */
                        state: "prospect" | "active" | "suspended" | "archived";
                        tags: string[];
                        timeZone: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomersEntitlements_project_environment_customer: {
        parameters: {
            query?: {
                at?: string;
                explain?: "0" | "1" | "true" | "false";
            };
            header?: never;
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowed: boolean;
                            customer: string;
                            /** @enum {string} */
                            enforcement: "hard" | "soft" | "observe";
                            feature: string;
                            /** @enum {string} */
                            freshness: "live" | "stale" | "fallback";
                            limit: (number | "unlimited") | null;
                            nextChangeAt: string | null;
                            /** @enum {string} */
                            reason: "feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached" | "entitled" | "open" | "fail_mode" | "no_data";
                            remaining: (number | "unlimited") | null;
                            reserved: number | null;
                            resetAt: string | null;
                            revision: number;
                            sentence?: string;
                            readonly sources?: {
                                because: string | null;
                                contribution: components["schemas"]["JsonValue"];
                                /** @enum {string} */
                                effect: "allow" | "deny" | "set" | "add" | "cap";
                                /** Format: date-time */
                                from: string;
                                grant: string;
                                kept: boolean;
                                label: string;
                                /** @enum {string} */
                                origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                                pkId: string | null;
                                plan: string | null;
                                to: string | null;
                            }[];
                            readonly steps?: {
                                passed: boolean;
                                reason: ("feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached") | null;
                                /** @enum {string} */
                                stage: "known" | "guarding_flag" | "customer_status" | "denials" | "grants" | "requirements" | "rollout" | "value" | "seat" | "allowance";
                            }[];
                            readonly unlock?: {
                                key: string;
                                /** @enum {string} */
                                kind: "plan" | "addon" | "seat" | "approval";
                                name: string;
                            }[];
                            used: number | null;
                            value: components["schemas"]["JsonValue"];
                            readonly warnings: string[];
                        }[];
                        revision: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomersGrants_project_environment_customer: {
        parameters: {
            query?: {
                cursor?: string;
                feature?: string;
                limit?: number;
            };
            header?: never;
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            effect: "allow" | "deny" | "set" | "add" | "cap";
                            feature: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            grantedAt: string;
                            grantedBy: string;
                            id: string;
                            inherit: boolean;
                            lineageId: string;
                            links: {
                                label?: string;
                                /** Format: uri */
                                url: string;
                            }[];
                            /** @enum {string} */
                            origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                            overage?: number | "unlimited";
                            priority: number;
                            reason: string;
                            reset?: {
                                /** Format: date-time */
                                anchor?: string;
                                /** @enum {string} */
                                every: "hour" | "day" | "week" | "month" | "year";
                            };
                            revision?: number;
                            revokedAt: string | null;
                            rollover?: number | "unlimited";
                            subject: {
                                key: string;
                                /** @constant */
                                kind: "customer";
                            } | {
                                key: string;
                                /** @constant */
                                kind: "plan";
                            } | {
                                key: string;
                                /** @constant */
                                kind: "segment";
                            } | {
                                /** @constant */
                                kind: "everyone";
                            };
                            to: string | null;
                            unlimited?: boolean;
                            value?: components["schemas"]["JsonValue"];
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCustomersGrants_project_environment_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @enum {string} */
                    effect: "allow" | "deny" | "set" | "add" | "cap";
                    feature: string;
                    /** Format: date-time */
                    from?: string;
                    inherit?: boolean;
                    links?: ({
                        label?: string;
                        /** Format: uri */
                        url: string;
                    } | string)[];
                    /** @enum {string} */
                    origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "import";
                    priority?: number;
                    reason?: string;
                    reset?: {
                        /** Format: date-time */
                        anchor?: string;
                        /** @enum {string} */
                        every: "hour" | "day" | "week" | "month" | "year";
                    };
                    to?: string | null;
                    unlimited?: boolean;
                    value?: components["schemas"]["JsonValue"];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        effect: "allow" | "deny" | "set" | "add" | "cap";
                        feature: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        grantedAt: string;
                        grantedBy: string;
                        id: string;
                        inherit: boolean;
                        lineageId: string;
                        links: {
                            label?: string;
                            /** Format: uri */
                            url: string;
                        }[];
                        /** @enum {string} */
                        origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                        overage?: number | "unlimited";
                        priority: number;
                        reason: string;
                        reset?: {
                            /** Format: date-time */
                            anchor?: string;
                            /** @enum {string} */
                            every: "hour" | "day" | "week" | "month" | "year";
                        };
                        revision?: number;
                        revokedAt: string | null;
                        rollover?: number | "unlimited";
                        subject: {
                            key: string;
                            /** @constant */
                            kind: "customer";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "plan";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "segment";
                        } | {
                            /** @constant */
                            kind: "everyone";
                        };
                        to: string | null;
                        unlimited?: boolean;
                        value?: components["schemas"]["JsonValue"];
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomersHolds_project_environment_customer: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            blocks: ("access" | "change" | "metering")[];
                            customer: string;
                            /** Format: date-time */
                            from: string;
                            id: string;
                            lifted: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            /** Format: date-time */
                            placedAt: string;
                            placedBy: string;
                            reason: string;
                            revision?: number;
                            /** @enum {string} */
                            state: "scheduled" | "active" | "ended" | "lifted";
                            to: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCustomersHolds_project_environment_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    blocks: ("access" | "change" | "metering")[];
                    change?: components["schemas"]["ChangeNote"];
                    /** Format: date-time */
                    from?: string;
                    reason: string;
                    to?: string | null;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: ("access" | "change" | "metering")[];
                        customer: string;
                        /** Format: date-time */
                        from: string;
                        id: string;
                        lifted: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        /** Format: date-time */
                        placedAt: string;
                        placedBy: string;
                        reason: string;
                        revision?: number;
                        /** @enum {string} */
                        state: "scheduled" | "active" | "ended" | "lifted";
                        to: string | null;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomersLicences_project_environment_customer: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            customer: string;
                            device: string | null;
                            fingerprint: string;
                            /** Format: date-time */
                            from: string;
                            graceDays: number;
                            id: string;
                            /** Format: date-time */
                            issuedAt: string;
                            issuedBy: string;
                            key: string;
                            revision?: number;
                            revoked: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            sequence: number;
                            /** Format: date-time */
                            to: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCustomersLicences_project_environment_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @default null */
                    device?: string | null;
                    /** Format: date-time */
                    from?: string;
                    /** @default 14 */
                    graceDays?: number;
                    /** Format: date-time */
                    to: string;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        device: string | null;
                        fingerprint: string;
                        /** Format: date-time */
                        from: string;
                        graceDays: number;
                        id: string;
                        /** Format: date-time */
                        issuedAt: string;
                        issuedBy: string;
                        key: string;
                        revision?: number;
                        revoked: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        sequence: number;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomersProgrammes_project_environment_customer: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            customer: string;
                            endAction: {
                                /** @constant */
                                does: "revert";
                            } | {
                                /** @constant */
                                does: "convert";
                                plan: string;
                                quantity?: number;
                            } | {
                                /** @constant */
                                does: "freeze";
                            };
                            /** Format: date-time */
                            endsAt: string;
                            extensions: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                /** Format: date-time */
                                from: string;
                                reason: string;
                                /** Format: date-time */
                                to: string;
                            }[];
                            family: string;
                            /** Format: date-time */
                            from: string;
                            goals: {
                                id: string;
                                reached: boolean;
                                reachedAt: string | null;
                                seats: number | null;
                                what: string;
                            }[];
                            graceDays: number;
                            grants: string[];
                            id: string;
                            /** @enum {string} */
                            kind: "trial" | "poc";
                            outcome: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                                /** @enum {string} */
                                result: "won" | "lost" | "expired" | "cancelled";
                                subscription: string | null;
                            } | null;
                            overlays: {
                                plan: string;
                            } | {
                                features: {
                                    /** @enum {string} */
                                    effect: "allow" | "set" | "add";
                                    feature: string;
                                    reset?: {
                                        /** Format: date-time */
                                        anchor?: string;
                                        /** @enum {string} */
                                        every: "hour" | "day" | "week" | "month" | "year";
                                    };
                                    unlimited?: boolean;
                                    value?: components["schemas"]["JsonValue"];
                                }[];
                            };
                            owner: string | null;
                            revision?: number;
                            seats: number | null;
                            seatsUsed: number | null;
                            /** Format: date-time */
                            startedAt: string;
                            startedBy: string;
                            /** @enum {string} */
                            state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                            subscription: {
                                eId: string;
                                pkId: string;
                            } | null;
                            /** Format: date-time */
                            to: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCustomersProgrammes_project_environment_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allowAgain?: boolean;
                    change?: components["schemas"]["ChangeNote"];
                    endAction?: {
                        /** @constant */
                        does: "revert";
                    } | {
                        /** @constant */
                        does: "convert";
                        plan: string;
                        quantity?: number;
                    } | {
                        /** @constant */
                        does: "freeze";
                    };
                    /** Format: date-time */
                    from?: string;
                    goals?: {
                        id?: string;
                        reached?: boolean;
                        seats?: number;
                        what: string;
                    }[];
                    graceDays?: number;
                    /** @enum {string} */
                    kind: "trial" | "poc";
                    overlays: {
                        plan: string;
                    } | {
                        features: (string | {
                            /** @enum {string} */
                            effect?: "allow" | "set" | "add";
                            feature: string;
                            reset?: {
                                /** Format: date-time */
                                anchor?: string;
                                /** @enum {string} */
                                every: "hour" | "day" | "week" | "month" | "year";
                            };
                            unlimited?: boolean;
                            value?: components["schemas"]["JsonValue"];
                        })[];
                    };
                    owner?: string | null;
                    seats?: number;
                    /** Format: date-time */
                    to: string;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        endAction: {
                            /** @constant */
                            does: "revert";
                        } | {
                            /** @constant */
                            does: "convert";
                            plan: string;
                            quantity?: number;
                        } | {
                            /** @constant */
                            does: "freeze";
                        };
                        /** Format: date-time */
                        endsAt: string;
                        extensions: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            /** Format: date-time */
                            from: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        }[];
                        family: string;
                        /** Format: date-time */
                        from: string;
                        goals: {
                            id: string;
                            reached: boolean;
                            reachedAt: string | null;
                            seats: number | null;
                            what: string;
                        }[];
                        graceDays: number;
                        grants: string[];
                        id: string;
                        /** @enum {string} */
                        kind: "trial" | "poc";
                        outcome: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            result: "won" | "lost" | "expired" | "cancelled";
                            subscription: string | null;
                        } | null;
                        overlays: {
                            plan: string;
                        } | {
                            features: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                        };
                        owner: string | null;
                        revision?: number;
                        seats: number | null;
                        seatsUsed: number | null;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                        subscription: {
                            eId: string;
                            pkId: string;
                        } | null;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCustomersResume_project_environment_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        contacts: {
                            /** Format: email */
                            email: string;
                            name: string;
                            role?: string;
                        }[];
                        identifiers: {
                            crmId?: string;
                            externalId?: string;
                            identifier?: string;
                            refId?: string;
                            stripe?: string;
                        };
                        key: string;
                        name: string;
                        owner: string | null;
                        parent: string | null;
                        revision?: number;
                        /** @enum {string} */
                        state: "prospect" | "active" | "suspended" | "archived";
                        tags: string[];
                        timeZone: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomersSubscriptions_project_environment_customer: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            customer: string | null;
                            eId: string;
                            items: {
                                available: number;
                                consumed: number;
                                /** Format: date-time */
                                from: string;
                                pkId: string;
                                plan: string;
                                quantity: number;
                                /** @enum {string} */
                                state: "active" | "disabled" | "closed";
                                to: string | null;
                                version: number | "current";
                            }[];
                            parentEId: string | null;
                            revision?: number;
                            source: {
                                ref: string;
                                system: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "active" | "suspended" | "closed";
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCustomersSubscriptions_project_environment_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    items: {
                        /** Format: date-time */
                        from?: string;
                        plan: string;
                        quantity: number;
                        to?: string | null;
                        version?: number | "current";
                    }[];
                    source?: {
                        ref: string;
                        system: string;
                    };
                    /**
                     * @default active
                     * @enum {string}
                     */
                    state?: "active" | "draft";
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string | null;
                        eId: string;
                        items: {
                            available: number;
                            consumed: number;
                            /** Format: date-time */
                            from: string;
                            pkId: string;
                            plan: string;
                            quantity: number;
                            /** @enum {string} */
                            state: "active" | "disabled" | "closed";
                            to: string | null;
                            version: number | "current";
                        }[];
                        parentEId: string | null;
                        revision?: number;
                        source: {
                            ref: string;
                            system: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "suspended" | "closed";
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsCustomersSuspend_project_environment_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        contacts: {
                            /** Format: email */
                            email: string;
                            name: string;
                            role?: string;
                        }[];
                        identifiers: {
                            crmId?: string;
                            externalId?: string;
                            identifier?: string;
                            refId?: string;
                            stripe?: string;
                        };
                        key: string;
                        name: string;
                        owner: string | null;
                        parent: string | null;
                        revision?: number;
                        /** @enum {string} */
                        state: "prospect" | "active" | "suspended" | "archived";
                        tags: string[];
                        timeZone: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomersUsage_project_environment_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            readonly buckets: {
                                bucket: string;
                                carried: number;
                                from: string | null;
                                label: string;
                                limit: number | "unlimited";
                                remaining: number | "unlimited";
                                reserved: number;
                                to: string | null;
                                used: number;
                            }[];
                            decision: {
                                allowed: boolean;
                                customer: string;
                                /** @enum {string} */
                                enforcement: "hard" | "soft" | "observe";
                                feature: string;
                                /** @enum {string} */
                                freshness: "live" | "stale" | "fallback";
                                limit: (number | "unlimited") | null;
                                nextChangeAt: string | null;
                                /** @enum {string} */
                                reason: "feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached" | "entitled" | "open" | "fail_mode" | "no_data";
                                remaining: (number | "unlimited") | null;
                                reserved: number | null;
                                resetAt: string | null;
                                revision: number;
                                sentence?: string;
                                readonly sources?: {
                                    because: string | null;
                                    contribution: components["schemas"]["JsonValue"];
                                    /** @enum {string} */
                                    effect: "allow" | "deny" | "set" | "add" | "cap";
                                    /** Format: date-time */
                                    from: string;
                                    grant: string;
                                    kept: boolean;
                                    label: string;
                                    /** @enum {string} */
                                    origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                                    pkId: string | null;
                                    plan: string | null;
                                    to: string | null;
                                }[];
                                readonly steps?: {
                                    passed: boolean;
                                    reason: ("feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached") | null;
                                    /** @enum {string} */
                                    stage: "known" | "guarding_flag" | "customer_status" | "denials" | "grants" | "requirements" | "rollout" | "value" | "seat" | "allowance";
                                }[];
                                readonly unlock?: {
                                    key: string;
                                    /** @enum {string} */
                                    kind: "plan" | "addon" | "seat" | "approval";
                                    name: string;
                                }[];
                                used: number | null;
                                value: components["schemas"]["JsonValue"];
                                readonly warnings: string[];
                            };
                            feature: string;
                            name: string;
                            unit: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsCustomersUsage_project_environment_customer_feature: {
        parameters: {
            query?: {
                every?: "hour" | "day" | "month";
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                customer: string;
                environment: string;
                feature: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly items: {
                            /** Format: date-time */
                            at: string;
                            events: number;
                            quantity: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsEvaluate_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    context?: {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                    customer?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            flag: string;
                            name: string;
                            reason: {
                                kind: string;
                            } & {
                                [key: string]: unknown;
                            };
                            value: components["schemas"]["JsonValue"];
                            variation: string | null;
                            variationIndex: number | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsFeaturesInsights_project_environment_feature: {
        parameters: {
            query?: {
                from?: string;
                limit?: number;
            };
            header?: never;
            path: {
                environment: string;
                feature: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: {
                            allowed: number;
                            customer: string;
                            denied: number;
                            lastAskedAt: string;
                            lastUsedAt: string | null;
                        }[];
                        feature: string;
                        from: string;
                        outcomes: {
                            allowed: boolean;
                            count: number;
                            customers: number;
                            /** @enum {string} */
                            reason: "feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached" | "entitled" | "open" | "fail_mode" | "no_data";
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsFlags_project_environment: {
        parameters: {
            query?: {
                clientSide?: "true" | "false";
                cursor?: string;
                guarding?: "true" | "false";
                limit?: number;
                on?: "true" | "false";
                owner?: string;
                purpose?: "release" | "operational" | "experiment" | "entitlement";
                query?: string;
                sort?: "key" | "name" | "created" | "changed";
                state?: "live" | "deprecated" | "archived";
                tag?: string;
                temporary?: "true" | "false";
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            changedAt: string;
                            clientSide: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            description: string;
                            fallthrough: {
                                variation: number;
                            } | {
                                rollout: {
                                    bucketBy?: string;
                                    contextKind?: string;
                                    seed?: number;
                                    variations: {
                                        variation: number;
                                        weight: number;
                                    }[];
                                };
                            };
                            key: string;
                            /** @enum {string} */
                            kind: "boolean" | "string" | "number" | "json";
                            lastEvaluatedAt: string | null;
                            name: string;
                            offVariation: number | null;
                            on: boolean;
                            owner: string | null;
                            prerequisites: {
                                flag: string;
                                variation: number;
                            }[];
                            /** @enum {string} */
                            purpose: "release" | "operational" | "experiment" | "entitlement";
                            revision?: number;
                            rules: ({
                                clauses: {
                                    attribute: string;
                                    contextKind?: string;
                                    id?: string;
                                    negate?: boolean;
                                    /** @enum {string} */
                                    op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                    values: components["schemas"]["JsonValue"][];
                                }[];
                                description?: string;
                                id: string;
                                variation: number;
                            } | {
                                clauses: {
                                    attribute: string;
                                    contextKind?: string;
                                    id?: string;
                                    negate?: boolean;
                                    /** @enum {string} */
                                    op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                    values: components["schemas"]["JsonValue"][];
                                }[];
                                description?: string;
                                id: string;
                                rollout: {
                                    bucketBy?: string;
                                    contextKind?: string;
                                    seed?: number;
                                    variations: {
                                        variation: number;
                                        weight: number;
                                    }[];
                                };
                            })[];
                            /** @enum {string} */
                            state: "live" | "deprecated" | "archived";
                            tags: string[];
                            targetEnds?: {
                                /** Format: date-time */
                                at: string;
                                contextKind?: string;
                                key: string;
                                variation: number;
                            }[];
                            targets: {
                                contextKind?: string;
                                values: string[];
                                variation: number;
                            }[];
                            temporary: boolean;
                            variations: {
                                description?: string;
                                name?: string;
                                value: components["schemas"]["JsonValue"];
                            }[];
                            version: number;
                        }[];
                        nextCursor: string | null;
                        unreadable: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsFlags_project_environment_flag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSide: boolean;
                        description: string;
                        fallthrough: {
                            variation: number;
                        } | {
                            rollout: {
                                bucketBy?: string;
                                contextKind?: string;
                                seed?: number;
                                variations: {
                                    variation: number;
                                    weight: number;
                                }[];
                            };
                        };
                        key: string;
                        /** @enum {string} */
                        kind: "boolean" | "string" | "number" | "json";
                        name: string;
                        offVariation: number | null;
                        on: boolean;
                        owner: string | null;
                        prerequisites: {
                            flag: string;
                            variation: number;
                        }[];
                        /** @enum {string} */
                        purpose: "release" | "operational" | "experiment" | "entitlement";
                        revision?: number;
                        rules: ({
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            variation: number;
                        } | {
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            rollout: {
                                bucketBy?: string;
                                contextKind?: string;
                                seed?: number;
                                variations: {
                                    variation: number;
                                    weight: number;
                                }[];
                            };
                        })[];
                        /** @enum {string} */
                        state: "live" | "deprecated" | "archived";
                        tags: string[];
                        targetEnds?: {
                            /** Format: date-time */
                            at: string;
                            contextKind?: string;
                            key: string;
                            variation: number;
                        }[];
                        targets: {
                            contextKind?: string;
                            values: string[];
                            variation: number;
                        }[];
                        temporary: boolean;
                        variations: {
                            description?: string;
                            name?: string;
                            value: components["schemas"]["JsonValue"];
                        }[];
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsEnvironmentsFlags_project_environment_flag: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    fallthrough?: {
                        variation: number;
                    } | {
                        rollout: {
                            bucketBy?: string;
                            contextKind?: string;
                            seed?: number;
                            variations: {
                                variation: number;
                                weight: number;
                            }[];
                        };
                    };
                    offVariation?: number | null;
                    on?: boolean;
                    prerequisites?: {
                        flag: string;
                        variation: number;
                    }[];
                    rules?: ({
                        clauses: {
                            attribute: string;
                            contextKind?: string;
                            id?: string;
                            negate?: boolean;
                            /** @enum {string} */
                            op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                            values: components["schemas"]["JsonValue"][];
                        }[];
                        description?: string;
                        id?: string;
                        variation: number;
                    } | {
                        clauses: {
                            attribute: string;
                            contextKind?: string;
                            id?: string;
                            negate?: boolean;
                            /** @enum {string} */
                            op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                            values: components["schemas"]["JsonValue"][];
                        }[];
                        description?: string;
                        id?: string;
                        rollout: {
                            bucketBy?: string;
                            contextKind?: string;
                            seed?: number;
                            variations: {
                                variation: number;
                                weight: number;
                            }[];
                        };
                    })[];
                    salt?: string;
                    targetEnds?: {
                        /** Format: date-time */
                        at: string;
                        contextKind?: string;
                        key: string;
                        variation: number;
                    }[];
                    targets?: {
                        contextKind?: string;
                        values: string[];
                        variation: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSide: boolean;
                        description: string;
                        fallthrough: {
                            variation: number;
                        } | {
                            rollout: {
                                bucketBy?: string;
                                contextKind?: string;
                                seed?: number;
                                variations: {
                                    variation: number;
                                    weight: number;
                                }[];
                            };
                        };
                        key: string;
                        /** @enum {string} */
                        kind: "boolean" | "string" | "number" | "json";
                        name: string;
                        offVariation: number | null;
                        on: boolean;
                        owner: string | null;
                        prerequisites: {
                            flag: string;
                            variation: number;
                        }[];
                        /** @enum {string} */
                        purpose: "release" | "operational" | "experiment" | "entitlement";
                        revision?: number;
                        rules: ({
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            variation: number;
                        } | {
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            rollout: {
                                bucketBy?: string;
                                contextKind?: string;
                                seed?: number;
                                variations: {
                                    variation: number;
                                    weight: number;
                                }[];
                            };
                        })[];
                        /** @enum {string} */
                        state: "live" | "deprecated" | "archived";
                        tags: string[];
                        targetEnds?: {
                            /** Format: date-time */
                            at: string;
                            contextKind?: string;
                            key: string;
                            variation: number;
                        }[];
                        targets: {
                            contextKind?: string;
                            values: string[];
                            variation: number;
                        }[];
                        temporary: boolean;
                        variations: {
                            description?: string;
                            name?: string;
                            value: components["schemas"]["JsonValue"];
                        }[];
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsFlagsCopy_project_environment_flag: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    from: string;
                    parts?: ("on" | "prerequisites" | "targets" | "rules" | "fallthrough" | "offVariation")[];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSide: boolean;
                        description: string;
                        fallthrough: {
                            variation: number;
                        } | {
                            rollout: {
                                bucketBy?: string;
                                contextKind?: string;
                                seed?: number;
                                variations: {
                                    variation: number;
                                    weight: number;
                                }[];
                            };
                        };
                        key: string;
                        /** @enum {string} */
                        kind: "boolean" | "string" | "number" | "json";
                        name: string;
                        offVariation: number | null;
                        on: boolean;
                        owner: string | null;
                        prerequisites: {
                            flag: string;
                            variation: number;
                        }[];
                        /** @enum {string} */
                        purpose: "release" | "operational" | "experiment" | "entitlement";
                        revision?: number;
                        rules: ({
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            variation: number;
                        } | {
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            rollout: {
                                bucketBy?: string;
                                contextKind?: string;
                                seed?: number;
                                variations: {
                                    variation: number;
                                    weight: number;
                                }[];
                            };
                        })[];
                        /** @enum {string} */
                        state: "live" | "deprecated" | "archived";
                        tags: string[];
                        targetEnds?: {
                            /** Format: date-time */
                            at: string;
                            contextKind?: string;
                            key: string;
                            variation: number;
                        }[];
                        targets: {
                            contextKind?: string;
                            values: string[];
                            variation: number;
                        }[];
                        temporary: boolean;
                        variations: {
                            description?: string;
                            name?: string;
                            value: components["schemas"]["JsonValue"];
                        }[];
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsFlagsEvaluate_project_environment_flag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    context?: {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                    customer?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        flag: string;
                        reason: {
                            kind: string;
                        } & {
                            [key: string]: unknown;
                        };
                        rights: {
                            allowed: boolean;
                            customer: string;
                            /** @enum {string} */
                            enforcement: "hard" | "soft" | "observe";
                            feature: string;
                            /** @enum {string} */
                            freshness: "live" | "stale" | "fallback";
                            limit: (number | "unlimited") | null;
                            nextChangeAt: string | null;
                            /** @enum {string} */
                            reason: "feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached" | "entitled" | "open" | "fail_mode" | "no_data";
                            remaining: (number | "unlimited") | null;
                            reserved: number | null;
                            resetAt: string | null;
                            revision: number;
                            sentence?: string;
                            readonly sources?: {
                                because: string | null;
                                contribution: components["schemas"]["JsonValue"];
                                /** @enum {string} */
                                effect: "allow" | "deny" | "set" | "add" | "cap";
                                /** Format: date-time */
                                from: string;
                                grant: string;
                                kept: boolean;
                                label: string;
                                /** @enum {string} */
                                origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                                pkId: string | null;
                                plan: string | null;
                                to: string | null;
                            }[];
                            readonly steps?: {
                                passed: boolean;
                                reason: ("feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached") | null;
                                /** @enum {string} */
                                stage: "known" | "guarding_flag" | "customer_status" | "denials" | "grants" | "requirements" | "rollout" | "value" | "seat" | "allowance";
                            }[];
                            readonly unlock?: {
                                key: string;
                                /** @enum {string} */
                                kind: "plan" | "addon" | "seat" | "approval";
                                name: string;
                            }[];
                            used: number | null;
                            value: components["schemas"]["JsonValue"];
                            readonly warnings: string[];
                        }[];
                        readonly steps: ({
                            decided: boolean;
                            /** @constant */
                            kind: "on";
                            passed: boolean;
                        } | {
                            decided: boolean;
                            feature: string;
                            /** @constant */
                            kind: "right";
                            passed: boolean;
                            reason: ("feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached") | null;
                        } | {
                            decided: boolean;
                            flag: string;
                            /** @constant */
                            kind: "prerequisite";
                            passed: boolean;
                            served: number | null;
                            wanted: number | null;
                        } | {
                            decided: boolean;
                            /** @constant */
                            kind: "target";
                            passed: boolean;
                        } | {
                            asked: boolean;
                            readonly clauses: {
                                found: components["schemas"]["JsonValue"];
                                /** @enum {string} */
                                outcome: "matched" | "not_matched" | "not_asked" | "malformed";
                            }[];
                            decided: boolean;
                            id: string | null;
                            index: number;
                            /** @constant */
                            kind: "rule";
                            passed: boolean;
                        } | {
                            decided: boolean;
                            /** @constant */
                            kind: "fallthrough";
                            passed: boolean;
                        })[];
                        value: components["schemas"]["JsonValue"];
                        variation: string | null;
                        variationIndex: number | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsFlagsInsights_project_environment_flag: {
        parameters: {
            query?: {
                every?: "hour" | "day";
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                environment: string;
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        every: "hour" | "day";
                        flag: string;
                        from: string;
                        lastEvaluatedAt: string | null;
                        points: {
                            at: string;
                            counts: number[];
                        }[];
                        to: string;
                        total: number;
                        variations: {
                            total: number;
                            variation: number | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsGrants_project_environment: {
        parameters: {
            query?: {
                cursor?: string;
                feature?: string;
                limit?: number;
                subject?: string;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            effect: "allow" | "deny" | "set" | "add" | "cap";
                            feature: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            grantedAt: string;
                            grantedBy: string;
                            id: string;
                            inherit: boolean;
                            lineageId: string;
                            links: {
                                label?: string;
                                /** Format: uri */
                                url: string;
                            }[];
                            /** @enum {string} */
                            origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                            overage?: number | "unlimited";
                            priority: number;
                            reason: string;
                            reset?: {
                                /** Format: date-time */
                                anchor?: string;
                                /** @enum {string} */
                                every: "hour" | "day" | "week" | "month" | "year";
                            };
                            revision?: number;
                            revokedAt: string | null;
                            rollover?: number | "unlimited";
                            subject: {
                                key: string;
                                /** @constant */
                                kind: "customer";
                            } | {
                                key: string;
                                /** @constant */
                                kind: "plan";
                            } | {
                                key: string;
                                /** @constant */
                                kind: "segment";
                            } | {
                                /** @constant */
                                kind: "everyone";
                            };
                            to: string | null;
                            unlimited?: boolean;
                            value?: components["schemas"]["JsonValue"];
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsGrants_project_environment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @enum {string} */
                    effect: "allow" | "deny" | "set" | "add" | "cap";
                    feature: string;
                    /** Format: date-time */
                    from?: string;
                    inherit?: boolean;
                    links?: ({
                        label?: string;
                        /** Format: uri */
                        url: string;
                    } | string)[];
                    /** @enum {string} */
                    origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "import";
                    priority?: number;
                    reason?: string;
                    reset?: {
                        /** Format: date-time */
                        anchor?: string;
                        /** @enum {string} */
                        every: "hour" | "day" | "week" | "month" | "year";
                    };
                    subject: {
                        key: string;
                        /** @constant */
                        kind: "customer";
                    } | {
                        key: string;
                        /** @constant */
                        kind: "plan";
                    } | {
                        key: string;
                        /** @constant */
                        kind: "segment";
                    } | {
                        /** @constant */
                        kind: "everyone";
                    };
                    to?: string | null;
                    unlimited?: boolean;
                    value?: components["schemas"]["JsonValue"];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        effect: "allow" | "deny" | "set" | "add" | "cap";
                        feature: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        grantedAt: string;
                        grantedBy: string;
                        id: string;
                        inherit: boolean;
                        lineageId: string;
                        links: {
                            label?: string;
                            /** Format: uri */
                            url: string;
                        }[];
                        /** @enum {string} */
                        origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                        overage?: number | "unlimited";
                        priority: number;
                        reason: string;
                        reset?: {
                            /** Format: date-time */
                            anchor?: string;
                            /** @enum {string} */
                            every: "hour" | "day" | "week" | "month" | "year";
                        };
                        revision?: number;
                        revokedAt: string | null;
                        rollover?: number | "unlimited";
                        subject: {
                            key: string;
                            /** @constant */
                            kind: "customer";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "plan";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "segment";
                        } | {
                            /** @constant */
                            kind: "everyone";
                        };
                        to: string | null;
                        unlimited?: boolean;
                        value?: components["schemas"]["JsonValue"];
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsGrants_project_environment_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        effect: "allow" | "deny" | "set" | "add" | "cap";
                        feature: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        grantedAt: string;
                        grantedBy: string;
                        id: string;
                        inherit: boolean;
                        lineageId: string;
                        links: {
                            label?: string;
                            /** Format: uri */
                            url: string;
                        }[];
                        /** @enum {string} */
                        origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                        overage?: number | "unlimited";
                        priority: number;
                        reason: string;
                        reset?: {
                            /** Format: date-time */
                            anchor?: string;
                            /** @enum {string} */
                            every: "hour" | "day" | "week" | "month" | "year";
                        };
                        revision?: number;
                        revokedAt: string | null;
                        rollover?: number | "unlimited";
                        subject: {
                            key: string;
                            /** @constant */
                            kind: "customer";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "plan";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "segment";
                        } | {
                            /** @constant */
                            kind: "everyone";
                        };
                        to: string | null;
                        unlimited?: boolean;
                        value?: components["schemas"]["JsonValue"];
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteProjectsEnvironmentsGrants_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        effect: "allow" | "deny" | "set" | "add" | "cap";
                        feature: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        grantedAt: string;
                        grantedBy: string;
                        id: string;
                        inherit: boolean;
                        lineageId: string;
                        links: {
                            label?: string;
                            /** Format: uri */
                            url: string;
                        }[];
                        /** @enum {string} */
                        origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                        overage?: number | "unlimited";
                        priority: number;
                        reason: string;
                        reset?: {
                            /** Format: date-time */
                            anchor?: string;
                            /** @enum {string} */
                            every: "hour" | "day" | "week" | "month" | "year";
                        };
                        revision?: number;
                        revokedAt: string | null;
                        rollover?: number | "unlimited";
                        subject: {
                            key: string;
                            /** @constant */
                            kind: "customer";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "plan";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "segment";
                        } | {
                            /** @constant */
                            kind: "everyone";
                        };
                        to: string | null;
                        unlimited?: boolean;
                        value?: components["schemas"]["JsonValue"];
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsEnvironmentsGrants_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @enum {string} */
                    effect?: "allow" | "deny" | "set" | "add" | "cap";
                    /** Format: date-time */
                    from?: string;
                    inherit?: boolean;
                    links?: ({
                        label?: string;
                        /** Format: uri */
                        url: string;
                    } | string)[];
                    priority?: number;
                    reason?: string;
                    reset?: {
                        /** Format: date-time */
                        anchor?: string;
                        /** @enum {string} */
                        every: "hour" | "day" | "week" | "month" | "year";
                    };
                    to?: string | null;
                    unlimited?: boolean;
                    value?: components["schemas"]["JsonValue"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        effect: "allow" | "deny" | "set" | "add" | "cap";
                        feature: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        grantedAt: string;
                        grantedBy: string;
                        id: string;
                        inherit: boolean;
                        lineageId: string;
                        links: {
                            label?: string;
                            /** Format: uri */
                            url: string;
                        }[];
                        /** @enum {string} */
                        origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                        overage?: number | "unlimited";
                        priority: number;
                        reason: string;
                        reset?: {
                            /** Format: date-time */
                            anchor?: string;
                            /** @enum {string} */
                            every: "hour" | "day" | "week" | "month" | "year";
                        };
                        revision?: number;
                        revokedAt: string | null;
                        rollover?: number | "unlimited";
                        subject: {
                            key: string;
                            /** @constant */
                            kind: "customer";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "plan";
                        } | {
                            key: string;
                            /** @constant */
                            kind: "segment";
                        } | {
                            /** @constant */
                            kind: "everyone";
                        };
                        to: string | null;
                        unlimited?: boolean;
                        value?: components["schemas"]["JsonValue"];
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsHolds_project_environment: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            blocks: ("access" | "change" | "metering")[];
                            customer: string;
                            /** Format: date-time */
                            from: string;
                            id: string;
                            lifted: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            /** Format: date-time */
                            placedAt: string;
                            placedBy: string;
                            reason: string;
                            revision?: number;
                            /** @enum {string} */
                            state: "scheduled" | "active" | "ended" | "lifted";
                            to: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsHoldsLift_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: ("access" | "change" | "metering")[];
                        customer: string;
                        /** Format: date-time */
                        from: string;
                        id: string;
                        lifted: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        /** Format: date-time */
                        placedAt: string;
                        placedBy: string;
                        reason: string;
                        revision?: number;
                        /** @enum {string} */
                        state: "scheduled" | "active" | "ended" | "lifted";
                        to: string | null;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsInsightsFlags_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            flag: string;
                            lastEvaluatedAt: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsKeys_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            ending: string;
                            id: string;
                            /** @enum {string} */
                            kind: "sdk" | "client-application" | "mobile";
                            name: string;
                            revealable: boolean;
                            revokedAt: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsKeys_project_environment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @enum {string} */
                    kind: "sdk" | "client-application" | "mobile";
                    name?: string;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        ending: string;
                        id: string;
                        /** @enum {string} */
                        kind: "sdk" | "client-application" | "mobile";
                        name: string;
                        revealable: boolean;
                        revokedAt: string | null;
                        value: string | null;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteProjectsEnvironmentsKeys_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsKeysReveal_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        ending: string;
                        id: string;
                        /** @enum {string} */
                        kind: "sdk" | "client-application" | "mobile";
                        name: string;
                        revealable: boolean;
                        revokedAt: string | null;
                        value: string | null;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsLedger_project_environment: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                customer?: string;
                feature?: string;
                flag?: string;
                from?: string;
                limit?: number;
                segment?: string;
                to?: string;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: string;
                            actor: {
                                id: string;
                                /** @enum {string} */
                                kind: "member" | "token" | "key" | "connection" | "system";
                                name: string;
                            };
                            after: unknown;
                            /** Format: date-time */
                            at: string;
                            before: unknown;
                            changeId: string;
                            comment: string;
                            customer: string | null;
                            environment: string;
                            feature: string | null;
                            hash: string;
                            readonly links: {
                                label?: string;
                                /** Format: uri */
                                url: string;
                            }[];
                            position: number;
                            project: string;
                            resource: string;
                            resourceId: string;
                            resourceKind: string;
                            revision: number | null;
                            seq: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsLedgerStream_project_environment: {
        parameters: {
            query?: {
                customer?: string;
                feature?: string;
                flag?: string;
                segment?: string;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events, until either side ends them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsLicenceKeys_project_environment: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            id: string;
                            retiredAt: string | null;
                            revision?: number;
                            version: number;
                            withdrawnAt: string | null;
                            x: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsLicenceKeys_project_environment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        retiredAt: string | null;
                        revision?: number;
                        version: number;
                        withdrawnAt: string | null;
                        x: string;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsLicenceKeysWithdraw_project_environment_key: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                key: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsLicences_project_environment: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            customer: string;
                            device: string | null;
                            fingerprint: string;
                            /** Format: date-time */
                            from: string;
                            graceDays: number;
                            id: string;
                            /** Format: date-time */
                            issuedAt: string;
                            issuedBy: string;
                            key: string;
                            revision?: number;
                            revoked: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            sequence: number;
                            /** Format: date-time */
                            to: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsLicences_project_environment_licence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                licence: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        device: string | null;
                        fingerprint: string;
                        /** Format: date-time */
                        from: string;
                        graceDays: number;
                        id: string;
                        /** Format: date-time */
                        issuedAt: string;
                        issuedBy: string;
                        key: string;
                        revision?: number;
                        revoked: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        sequence: number;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsLicencesFile_project_environment_licence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                licence: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        file: string;
                        name: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsLicencesRevoke_project_environment_licence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                licence: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        device: string | null;
                        fingerprint: string;
                        /** Format: date-time */
                        from: string;
                        graceDays: number;
                        id: string;
                        /** Format: date-time */
                        issuedAt: string;
                        issuedBy: string;
                        key: string;
                        revision?: number;
                        revoked: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        sequence: number;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsPlans_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            announced: {
                                /** Format: date-time */
                                from: string;
                                version: number;
                            }[];
                            current: {
                                from: string;
                                items: {
                                    /** @enum {string} */
                                    effect: "allow" | "set" | "add";
                                    feature: string;
                                    overage?: number | "unlimited";
                                    perQuantity?: boolean;
                                    reset?: {
                                        /** Format: date-time */
                                        anchor?: string;
                                        /** @enum {string} */
                                        every: "hour" | "day" | "week" | "month" | "year";
                                    };
                                    rollover?: number | "unlimited";
                                    unlimited?: boolean;
                                    value?: components["schemas"]["JsonValue"];
                                }[];
                                version: number;
                            } | null;
                            customers: number;
                            description: string;
                            key: string;
                            /** @enum {string} */
                            kind: "plan" | "addon" | "trial";
                            latestVersion: number;
                            name: string;
                            /** @enum {string} */
                            productType: "default" | "parent" | "child";
                            rank: number;
                            /** @enum {string} */
                            state: "live" | "retired";
                            tags: string[];
                        }[];
                        nextCursor: string | null;
                        revision: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsPlans_project_environment_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                plan: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        announced: {
                            /** Format: date-time */
                            from: string;
                            version: number;
                        }[];
                        current: {
                            from: string;
                            items: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                overage?: number | "unlimited";
                                perQuantity?: boolean;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                rollover?: number | "unlimited";
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                            version: number;
                        } | null;
                        customers: number;
                        description: string;
                        editions: {
                            /** Format: date-time */
                            from: string;
                            version: number;
                        }[];
                        key: string;
                        /** @enum {string} */
                        kind: "plan" | "addon" | "trial";
                        latestVersion: number;
                        name: string;
                        /** @enum {string} */
                        productType: "default" | "parent" | "child";
                        rank: number;
                        revision?: number;
                        /** @enum {string} */
                        state: "live" | "retired";
                        tags: string[];
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsPlansPublish_project_environment_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                plan: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** Format: date-time */
                    effectiveAt?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        editions: {
                            /** Format: date-time */
                            from: string;
                            version: number;
                        }[];
                        plan: string;
                        revision: number;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsProgrammes_project_environment: {
        parameters: {
            query?: {
                cursor?: string;
                endsBefore?: string;
                kind?: "trial" | "poc";
                limit?: number;
                owner?: string;
                state?: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled" | "open";
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            customer: string;
                            endAction: {
                                /** @constant */
                                does: "revert";
                            } | {
                                /** @constant */
                                does: "convert";
                                plan: string;
                                quantity?: number;
                            } | {
                                /** @constant */
                                does: "freeze";
                            };
                            /** Format: date-time */
                            endsAt: string;
                            extensions: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                /** Format: date-time */
                                from: string;
                                reason: string;
                                /** Format: date-time */
                                to: string;
                            }[];
                            family: string;
                            /** Format: date-time */
                            from: string;
                            goals: {
                                id: string;
                                reached: boolean;
                                reachedAt: string | null;
                                seats: number | null;
                                what: string;
                            }[];
                            graceDays: number;
                            grants: string[];
                            id: string;
                            /** @enum {string} */
                            kind: "trial" | "poc";
                            outcome: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                                /** @enum {string} */
                                result: "won" | "lost" | "expired" | "cancelled";
                                subscription: string | null;
                            } | null;
                            overlays: {
                                plan: string;
                            } | {
                                features: {
                                    /** @enum {string} */
                                    effect: "allow" | "set" | "add";
                                    feature: string;
                                    reset?: {
                                        /** Format: date-time */
                                        anchor?: string;
                                        /** @enum {string} */
                                        every: "hour" | "day" | "week" | "month" | "year";
                                    };
                                    unlimited?: boolean;
                                    value?: components["schemas"]["JsonValue"];
                                }[];
                            };
                            owner: string | null;
                            revision?: number;
                            seats: number | null;
                            seatsUsed: number | null;
                            /** Format: date-time */
                            startedAt: string;
                            startedBy: string;
                            /** @enum {string} */
                            state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                            subscription: {
                                eId: string;
                                pkId: string;
                            } | null;
                            /** Format: date-time */
                            to: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsProgrammes_project_environment_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        endAction: {
                            /** @constant */
                            does: "revert";
                        } | {
                            /** @constant */
                            does: "convert";
                            plan: string;
                            quantity?: number;
                        } | {
                            /** @constant */
                            does: "freeze";
                        };
                        /** Format: date-time */
                        endsAt: string;
                        extensions: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            /** Format: date-time */
                            from: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        }[];
                        family: string;
                        /** Format: date-time */
                        from: string;
                        goals: {
                            id: string;
                            reached: boolean;
                            reachedAt: string | null;
                            seats: number | null;
                            what: string;
                        }[];
                        graceDays: number;
                        grants: string[];
                        id: string;
                        /** @enum {string} */
                        kind: "trial" | "poc";
                        outcome: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            result: "won" | "lost" | "expired" | "cancelled";
                            subscription: string | null;
                        } | null;
                        overlays: {
                            plan: string;
                        } | {
                            features: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                        };
                        owner: string | null;
                        revision?: number;
                        seats: number | null;
                        seatsUsed: number | null;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                        subscription: {
                            eId: string;
                            pkId: string;
                        } | null;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsProgrammesAddSeats_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    seats: number;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        endAction: {
                            /** @constant */
                            does: "revert";
                        } | {
                            /** @constant */
                            does: "convert";
                            plan: string;
                            quantity?: number;
                        } | {
                            /** @constant */
                            does: "freeze";
                        };
                        /** Format: date-time */
                        endsAt: string;
                        extensions: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            /** Format: date-time */
                            from: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        }[];
                        family: string;
                        /** Format: date-time */
                        from: string;
                        goals: {
                            id: string;
                            reached: boolean;
                            reachedAt: string | null;
                            seats: number | null;
                            what: string;
                        }[];
                        graceDays: number;
                        grants: string[];
                        id: string;
                        /** @enum {string} */
                        kind: "trial" | "poc";
                        outcome: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            result: "won" | "lost" | "expired" | "cancelled";
                            subscription: string | null;
                        } | null;
                        overlays: {
                            plan: string;
                        } | {
                            features: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                        };
                        owner: string | null;
                        revision?: number;
                        seats: number | null;
                        seatsUsed: number | null;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                        subscription: {
                            eId: string;
                            pkId: string;
                        } | null;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsProgrammesCancel_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        endAction: {
                            /** @constant */
                            does: "revert";
                        } | {
                            /** @constant */
                            does: "convert";
                            plan: string;
                            quantity?: number;
                        } | {
                            /** @constant */
                            does: "freeze";
                        };
                        /** Format: date-time */
                        endsAt: string;
                        extensions: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            /** Format: date-time */
                            from: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        }[];
                        family: string;
                        /** Format: date-time */
                        from: string;
                        goals: {
                            id: string;
                            reached: boolean;
                            reachedAt: string | null;
                            seats: number | null;
                            what: string;
                        }[];
                        graceDays: number;
                        grants: string[];
                        id: string;
                        /** @enum {string} */
                        kind: "trial" | "poc";
                        outcome: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            result: "won" | "lost" | "expired" | "cancelled";
                            subscription: string | null;
                        } | null;
                        overlays: {
                            plan: string;
                        } | {
                            features: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                        };
                        owner: string | null;
                        revision?: number;
                        seats: number | null;
                        seatsUsed: number | null;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                        subscription: {
                            eId: string;
                            pkId: string;
                        } | null;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsProgrammesConvert_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    plan: string;
                    quantity?: number;
                    reason?: string;
                    to?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        endAction: {
                            /** @constant */
                            does: "revert";
                        } | {
                            /** @constant */
                            does: "convert";
                            plan: string;
                            quantity?: number;
                        } | {
                            /** @constant */
                            does: "freeze";
                        };
                        /** Format: date-time */
                        endsAt: string;
                        extensions: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            /** Format: date-time */
                            from: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        }[];
                        family: string;
                        /** Format: date-time */
                        from: string;
                        goals: {
                            id: string;
                            reached: boolean;
                            reachedAt: string | null;
                            seats: number | null;
                            what: string;
                        }[];
                        graceDays: number;
                        grants: string[];
                        id: string;
                        /** @enum {string} */
                        kind: "trial" | "poc";
                        outcome: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            result: "won" | "lost" | "expired" | "cancelled";
                            subscription: string | null;
                        } | null;
                        overlays: {
                            plan: string;
                        } | {
                            features: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                        };
                        owner: string | null;
                        revision?: number;
                        seats: number | null;
                        seatsUsed: number | null;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                        subscription: {
                            eId: string;
                            pkId: string;
                        } | null;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsProgrammesExtend_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    reason: string;
                    /** Format: date-time */
                    to: string;
                } | {
                    change?: components["schemas"]["ChangeNote"];
                    days: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        endAction: {
                            /** @constant */
                            does: "revert";
                        } | {
                            /** @constant */
                            does: "convert";
                            plan: string;
                            quantity?: number;
                        } | {
                            /** @constant */
                            does: "freeze";
                        };
                        /** Format: date-time */
                        endsAt: string;
                        extensions: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            /** Format: date-time */
                            from: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        }[];
                        family: string;
                        /** Format: date-time */
                        from: string;
                        goals: {
                            id: string;
                            reached: boolean;
                            reachedAt: string | null;
                            seats: number | null;
                            what: string;
                        }[];
                        graceDays: number;
                        grants: string[];
                        id: string;
                        /** @enum {string} */
                        kind: "trial" | "poc";
                        outcome: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            result: "won" | "lost" | "expired" | "cancelled";
                            subscription: string | null;
                        } | null;
                        overlays: {
                            plan: string;
                        } | {
                            features: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                        };
                        owner: string | null;
                        revision?: number;
                        seats: number | null;
                        seatsUsed: number | null;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                        subscription: {
                            eId: string;
                            pkId: string;
                        } | null;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    putProjectsEnvironmentsProgrammesGoals_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    goals: {
                        id?: string;
                        reached?: boolean;
                        seats?: number;
                        what: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        endAction: {
                            /** @constant */
                            does: "revert";
                        } | {
                            /** @constant */
                            does: "convert";
                            plan: string;
                            quantity?: number;
                        } | {
                            /** @constant */
                            does: "freeze";
                        };
                        /** Format: date-time */
                        endsAt: string;
                        extensions: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            /** Format: date-time */
                            from: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        }[];
                        family: string;
                        /** Format: date-time */
                        from: string;
                        goals: {
                            id: string;
                            reached: boolean;
                            reachedAt: string | null;
                            seats: number | null;
                            what: string;
                        }[];
                        graceDays: number;
                        grants: string[];
                        id: string;
                        /** @enum {string} */
                        kind: "trial" | "poc";
                        outcome: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            result: "won" | "lost" | "expired" | "cancelled";
                            subscription: string | null;
                        } | null;
                        overlays: {
                            plan: string;
                        } | {
                            features: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                        };
                        owner: string | null;
                        revision?: number;
                        seats: number | null;
                        seatsUsed: number | null;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                        subscription: {
                            eId: string;
                            pkId: string;
                        } | null;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsProgrammesOutcome_project_environment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                id: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    reason: string;
                    /** @enum {string} */
                    result: "won" | "lost";
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        endAction: {
                            /** @constant */
                            does: "revert";
                        } | {
                            /** @constant */
                            does: "convert";
                            plan: string;
                            quantity?: number;
                        } | {
                            /** @constant */
                            does: "freeze";
                        };
                        /** Format: date-time */
                        endsAt: string;
                        extensions: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            /** Format: date-time */
                            from: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        }[];
                        family: string;
                        /** Format: date-time */
                        from: string;
                        goals: {
                            id: string;
                            reached: boolean;
                            reachedAt: string | null;
                            seats: number | null;
                            what: string;
                        }[];
                        graceDays: number;
                        grants: string[];
                        id: string;
                        /** @enum {string} */
                        kind: "trial" | "poc";
                        outcome: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            result: "won" | "lost" | "expired" | "cancelled";
                            subscription: string | null;
                        } | null;
                        overlays: {
                            plan: string;
                        } | {
                            features: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                        };
                        owner: string | null;
                        revision?: number;
                        seats: number | null;
                        seatsUsed: number | null;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        /** @enum {string} */
                        state: "planned" | "running" | "in_grace" | "won" | "lost" | "expired" | "cancelled";
                        subscription: {
                            eId: string;
                            pkId: string;
                        } | null;
                        /** Format: date-time */
                        to: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsProgrammesReport_project_environment: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poc: {
                            cancelled: number;
                            conversionRate: number | null;
                            expired: number;
                            lost: number;
                            open: number;
                            started: number;
                            won: number;
                        };
                        trial: {
                            cancelled: number;
                            conversionRate: number | null;
                            expired: number;
                            lost: number;
                            open: number;
                            started: number;
                            won: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsReservations_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    context?: {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                    customer: string;
                    /** @default 300 */
                    expiresInSeconds?: number;
                    feature: string;
                    idempotencyKey?: string;
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description What was counted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decision: {
                            allowed: boolean;
                            customer: string;
                            /** @enum {string} */
                            enforcement: "hard" | "soft" | "observe";
                            feature: string;
                            /** @enum {string} */
                            freshness: "live" | "stale" | "fallback";
                            limit: (number | "unlimited") | null;
                            nextChangeAt: string | null;
                            /** @enum {string} */
                            reason: "feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached" | "entitled" | "open" | "fail_mode" | "no_data";
                            remaining: (number | "unlimited") | null;
                            reserved: number | null;
                            resetAt: string | null;
                            revision: number;
                            sentence?: string;
                            readonly sources?: {
                                because: string | null;
                                contribution: components["schemas"]["JsonValue"];
                                /** @enum {string} */
                                effect: "allow" | "deny" | "set" | "add" | "cap";
                                /** Format: date-time */
                                from: string;
                                grant: string;
                                kept: boolean;
                                label: string;
                                /** @enum {string} */
                                origin: "goodwill" | "promotion" | "contract" | "support" | "legal" | "trial" | "poc" | "subscription" | "addon" | "import" | "default_plan";
                                pkId: string | null;
                                plan: string | null;
                                to: string | null;
                            }[];
                            readonly steps?: {
                                passed: boolean;
                                reason: ("feature_unknown" | "customer_unknown" | "feature_disabled" | "customer_suspended" | "on_hold" | "denied_by_grant" | "sunset" | "not_entitled" | "expired" | "not_started" | "trial_ended" | "missing_dependency" | "not_rolled_out" | "value_not_included" | "no_seat" | "seat_limit_reached" | "limit_reached" | "cap_reached") | null;
                                /** @enum {string} */
                                stage: "known" | "guarding_flag" | "customer_status" | "denials" | "grants" | "requirements" | "rollout" | "value" | "seat" | "allowance";
                            }[];
                            readonly unlock?: {
                                key: string;
                                /** @enum {string} */
                                kind: "plan" | "addon" | "seat" | "approval";
                                name: string;
                            }[];
                            used: number | null;
                            value: components["schemas"]["JsonValue"];
                            readonly warnings: string[];
                        };
                        meter: {
                            counters: {
                                [key: string]: {
                                    before: {
                                        from: number | null;
                                        used: number;
                                    } | null;
                                    carried: number;
                                    from: number | null;
                                    reserved: number;
                                    used: number;
                                };
                            };
                            version: number;
                        };
                        reservation: {
                            customer: string;
                            /** Format: date-time */
                            expiresAt: string;
                            feature: string;
                            id: string;
                            quantity: number;
                            settled: number | null;
                            /** @enum {string} */
                            status: "held" | "settled" | "released" | "expired";
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsReservations_project_environment_reservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
                reservation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        /** Format: date-time */
                        expiresAt: string;
                        feature: string;
                        id: string;
                        quantity: number;
                        settled: number | null;
                        /** @enum {string} */
                        status: "held" | "settled" | "released" | "expired";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsReservationsRelease_project_environment_reservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
                reservation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What was counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        /** Format: date-time */
                        expiresAt: string;
                        feature: string;
                        id: string;
                        meter: {
                            counters: {
                                [key: string]: {
                                    before: {
                                        from: number | null;
                                        used: number;
                                    } | null;
                                    carried: number;
                                    from: number | null;
                                    reserved: number;
                                    used: number;
                                };
                            };
                            version: number;
                        };
                        quantity: number;
                        settled: number | null;
                        /** @enum {string} */
                        status: "held" | "settled" | "released" | "expired";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsReservationsSettle_project_environment_reservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
                reservation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description What was counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string;
                        /** Format: date-time */
                        expiresAt: string;
                        feature: string;
                        id: string;
                        meter: {
                            counters: {
                                [key: string]: {
                                    before: {
                                        from: number | null;
                                        used: number;
                                    } | null;
                                    carried: number;
                                    from: number | null;
                                    reserved: number;
                                    used: number;
                                };
                            };
                            version: number;
                        };
                        quantity: number;
                        settled: number | null;
                        /** @enum {string} */
                        status: "held" | "settled" | "released" | "expired";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsSegments_project_environment: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                query?: string;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            description: string;
                            key: string;
                            members: {
                                contextKind: string;
                                excluded: number;
                                included: number;
                            }[];
                            name: string;
                            revision?: number;
                            rules: {
                                bucketBy?: string;
                                clauses: {
                                    attribute: string;
                                    contextKind?: string;
                                    id?: string;
                                    negate?: boolean;
                                    /** @enum {string} */
                                    op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                    values: components["schemas"]["JsonValue"][];
                                }[];
                                description?: string;
                                id: string;
                                rolloutContextKind?: string;
                                weight?: number;
                            }[];
                            salt: string;
                            tags: string[];
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsSegments_project_environment_segment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        key: string;
                        members: {
                            contextKind: string;
                            excluded: number;
                            included: number;
                        }[];
                        name: string;
                        revision?: number;
                        rules: {
                            bucketBy?: string;
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            rolloutContextKind?: string;
                            weight?: number;
                        }[];
                        salt: string;
                        tags: string[];
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsSegmentsImports_project_environment_segment: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            action: "add" | "exclude" | "remove";
                            applied: {
                                keys: number;
                                parts: number;
                            };
                            contextKind: string;
                            /** Format: date-time */
                            createdAt: string;
                            digest: string;
                            id: string;
                            keys: number;
                            last: {
                                digest: string;
                                keys: number;
                                part: number;
                            } | null;
                            parts: number;
                            segment: string;
                            /** @enum {string} */
                            state: "applying" | "done" | "cancelled";
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsSegmentsImports_project_environment_segment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "add" | "exclude" | "remove";
                    change?: components["schemas"]["ChangeNote"];
                    upload: string;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "add" | "exclude" | "remove";
                        applied: {
                            keys: number;
                            parts: number;
                        };
                        contextKind: string;
                        /** Format: date-time */
                        createdAt: string;
                        digest: string;
                        id: string;
                        keys: number;
                        last: {
                            digest: string;
                            keys: number;
                            part: number;
                        } | null;
                        parts: number;
                        revision?: number;
                        segment: string;
                        /** @enum {string} */
                        state: "applying" | "done" | "cancelled";
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsSegmentsImports_project_environment_segment_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                import: string;
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "add" | "exclude" | "remove";
                        applied: {
                            keys: number;
                            parts: number;
                        };
                        contextKind: string;
                        /** Format: date-time */
                        createdAt: string;
                        digest: string;
                        id: string;
                        keys: number;
                        last: {
                            digest: string;
                            keys: number;
                            part: number;
                        } | null;
                        parts: number;
                        revision?: number;
                        segment: string;
                        /** @enum {string} */
                        state: "applying" | "done" | "cancelled";
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsSegmentsImportsCancel_project_environment_segment_import: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                import: string;
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "add" | "exclude" | "remove";
                        applied: {
                            keys: number;
                            parts: number;
                        };
                        contextKind: string;
                        /** Format: date-time */
                        createdAt: string;
                        digest: string;
                        id: string;
                        keys: number;
                        last: {
                            digest: string;
                            keys: number;
                            part: number;
                        } | null;
                        parts: number;
                        revision?: number;
                        segment: string;
                        /** @enum {string} */
                        state: "applying" | "done" | "cancelled";
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsSegmentsMembers_project_environment_segment: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: string;
                limit?: number;
                query?: string;
            };
            header?: never;
            path: {
                environment: string;
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            contextKey: string;
                            contextKind: string;
                            included: boolean;
                            segment: string;
                            /** Format: date-time */
                            until?: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsEnvironmentsSegmentsMembers_project_environment_segment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    add?: {
                        [key: string]: string[];
                    };
                    change?: components["schemas"]["ChangeNote"];
                    exclude?: {
                        [key: string]: string[];
                    };
                    remove?: {
                        [key: string]: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        excluded: number;
                        removed: number;
                        revision: number;
                        segment: string;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsSegmentsUploads_project_environment_segment_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
                segment: string;
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contextKind: string;
                        digest: string | null;
                        faults: {
                            detail: string;
                            line: number;
                        }[];
                        id: string;
                        keys: number;
                        parts: number;
                        segment: string;
                        /** Format: date-time */
                        startedAt: string;
                        /** @enum {string} */
                        state: "receiving" | "rejected" | "received";
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsSubscriptions_project_environment: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "draft" | "active" | "suspended" | "closed";
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            customer: string | null;
                            eId: string;
                            items: {
                                available: number;
                                consumed: number;
                                /** Format: date-time */
                                from: string;
                                pkId: string;
                                plan: string;
                                quantity: number;
                                /** @enum {string} */
                                state: "active" | "disabled" | "closed";
                                to: string | null;
                                version: number | "current";
                            }[];
                            parentEId: string | null;
                            revision?: number;
                            source: {
                                ref: string;
                                system: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "active" | "suspended" | "closed";
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsSubscriptions_project_environment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    customer?: string | null;
                    items: {
                        /** Format: date-time */
                        from?: string;
                        plan: string;
                        quantity: number;
                        to?: string | null;
                        version?: number | "current";
                    }[];
                    source?: {
                        ref: string;
                        system: string;
                    };
                    /**
                     * @default active
                     * @enum {string}
                     */
                    state?: "active" | "draft";
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string | null;
                        eId: string;
                        items: {
                            available: number;
                            consumed: number;
                            /** Format: date-time */
                            from: string;
                            pkId: string;
                            plan: string;
                            quantity: number;
                            /** @enum {string} */
                            state: "active" | "disabled" | "closed";
                            to: string | null;
                            version: number | "current";
                        }[];
                        parentEId: string | null;
                        revision?: number;
                        source: {
                            ref: string;
                            system: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "suspended" | "closed";
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsSubscriptions_project_environment_eId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string | null;
                        eId: string;
                        items: {
                            available: number;
                            consumed: number;
                            /** Format: date-time */
                            from: string;
                            pkId: string;
                            plan: string;
                            quantity: number;
                            /** @enum {string} */
                            state: "active" | "disabled" | "closed";
                            to: string | null;
                            version: number | "current";
                        }[];
                        parentEId: string | null;
                        revision?: number;
                        source: {
                            ref: string;
                            system: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "suspended" | "closed";
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsEnvironmentsSubscriptions_project_environment_eId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                eId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    addItems?: {
                        /** Format: date-time */
                        from?: string;
                        plan: string;
                        quantity: number;
                        to?: string | null;
                        version?: number | "current";
                    }[];
                    change?: components["schemas"]["ChangeNote"];
                    items?: {
                        pkId: string;
                        quantity?: number;
                        /** @enum {string} */
                        state?: "active" | "disabled" | "closed";
                        to?: string | null;
                        version?: number | "current";
                    }[];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string | null;
                        eId: string;
                        items: {
                            available: number;
                            consumed: number;
                            /** Format: date-time */
                            from: string;
                            pkId: string;
                            plan: string;
                            quantity: number;
                            /** @enum {string} */
                            state: "active" | "disabled" | "closed";
                            to: string | null;
                            version: number | "current";
                        }[];
                        parentEId: string | null;
                        revision?: number;
                        source: {
                            ref: string;
                            system: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "suspended" | "closed";
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsSubscriptionsActivate_project_environment_eId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                eId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    customer?: string;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string | null;
                        eId: string;
                        items: {
                            available: number;
                            consumed: number;
                            /** Format: date-time */
                            from: string;
                            pkId: string;
                            plan: string;
                            quantity: number;
                            /** @enum {string} */
                            state: "active" | "disabled" | "closed";
                            to: string | null;
                            version: number | "current";
                        }[];
                        parentEId: string | null;
                        revision?: number;
                        source: {
                            ref: string;
                            system: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "suspended" | "closed";
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsSubscriptionsActivations_project_environment_eId: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                eId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            aId: string;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            customer: string;
                            eId: string;
                            history: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                subject: {
                                    key: string;
                                    /** @enum {string} */
                                    kind: "user" | "device";
                                };
                                /** @enum {string} */
                                what: "activated" | "renewed" | "rehosted" | "revoked";
                            }[];
                            pkId: string;
                            quantity: number;
                            revision?: number;
                            /** @enum {string} */
                            state: "active" | "revoked";
                            subject: {
                                key: string;
                                /** @enum {string} */
                                kind: "user" | "device";
                            };
                            to: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsSubscriptionsActivations_project_environment_eId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                eId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    pkId: string;
                    quantity?: number;
                    subject: {
                        key: string;
                        /** @enum {string} */
                        kind: "user" | "device";
                    };
                    to?: string | null;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aId: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string;
                        eId: string;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            subject: {
                                key: string;
                                /** @enum {string} */
                                kind: "user" | "device";
                            };
                            /** @enum {string} */
                            what: "activated" | "renewed" | "rehosted" | "revoked";
                        }[];
                        pkId: string;
                        quantity: number;
                        revision?: number;
                        /** @enum {string} */
                        state: "active" | "revoked";
                        subject: {
                            key: string;
                            /** @enum {string} */
                            kind: "user" | "device";
                        };
                        to: string | null;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsSubscriptionsClose_project_environment_eId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                eId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string | null;
                        eId: string;
                        items: {
                            available: number;
                            consumed: number;
                            /** Format: date-time */
                            from: string;
                            pkId: string;
                            plan: string;
                            quantity: number;
                            /** @enum {string} */
                            state: "active" | "disabled" | "closed";
                            to: string | null;
                            version: number | "current";
                        }[];
                        parentEId: string | null;
                        revision?: number;
                        source: {
                            ref: string;
                            system: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "suspended" | "closed";
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsSubscriptionsResume_project_environment_eId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                eId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string | null;
                        eId: string;
                        items: {
                            available: number;
                            consumed: number;
                            /** Format: date-time */
                            from: string;
                            pkId: string;
                            plan: string;
                            quantity: number;
                            /** @enum {string} */
                            state: "active" | "disabled" | "closed";
                            to: string | null;
                            version: number | "current";
                        }[];
                        parentEId: string | null;
                        revision?: number;
                        source: {
                            ref: string;
                            system: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "suspended" | "closed";
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsSubscriptionsSplit_project_environment_eId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                eId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    customer?: string;
                    pkId: string;
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string | null;
                        eId: string;
                        items: {
                            available: number;
                            consumed: number;
                            /** Format: date-time */
                            from: string;
                            pkId: string;
                            plan: string;
                            quantity: number;
                            /** @enum {string} */
                            state: "active" | "disabled" | "closed";
                            to: string | null;
                            version: number | "current";
                        }[];
                        parentEId: string | null;
                        revision?: number;
                        source: {
                            ref: string;
                            system: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "suspended" | "closed";
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsSubscriptionsSuspend_project_environment_eId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                eId: string;
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        customer: string | null;
                        eId: string;
                        items: {
                            available: number;
                            consumed: number;
                            /** Format: date-time */
                            from: string;
                            pkId: string;
                            plan: string;
                            quantity: number;
                            /** @enum {string} */
                            state: "active" | "disabled" | "closed";
                            to: string | null;
                            version: number | "current";
                        }[];
                        parentEId: string | null;
                        revision?: number;
                        source: {
                            ref: string;
                            system: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "suspended" | "closed";
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsEnvironmentsUsageEvents_project_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: {
                        /** Format: date-time */
                        at?: string;
                        corrects?: string;
                        customer: string;
                        dimensions?: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        feature: string;
                        key: string;
                        quantity: number;
                    }[];
                    /**
                     * @default each
                     * @enum {string}
                     */
                    mode?: "all" | "each";
                };
            };
        };
        responses: {
            /** @description What was counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counted: number;
                        duplicates: number;
                        items: {
                            code?: string;
                            detail?: string;
                            key: string;
                            overage: number;
                            /** @enum {string} */
                            status: "counted" | "duplicate" | "refused";
                        }[];
                        meters: {
                            customer: string;
                            feature: string;
                            meter: {
                                counters: {
                                    [key: string]: {
                                        before: {
                                            from: number | null;
                                            used: number;
                                        } | null;
                                        carried: number;
                                        from: number | null;
                                        reserved: number;
                                        used: number;
                                    };
                                };
                                version: number;
                            };
                        }[];
                        refused: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsEnvironmentsUsageThresholds_project_environment: {
        parameters: {
            query?: {
                customer?: string;
                open?: "true" | "false";
            };
            header?: never;
            path: {
                environment: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readonly items: {
                            customer: string;
                            feature: string;
                            limit: number;
                            percent: number;
                            /** Format: date-time */
                            reachedAt: string;
                            recoveredAt: string | null;
                            used: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsFeatures_project: {
        parameters: {
            query?: {
                cursor?: string;
                isFeatureFlag?: "Yes" | "No";
                limit?: number;
                query?: string;
                state?: "draft" | "beta" | "general" | "deprecated" | "sunset" | "retired";
                unassigned?: string;
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            access: "gated" | "open";
                            description: string;
                            /** @enum {string} */
                            enforcement: "hard" | "soft" | "observe";
                            essential: boolean;
                            exclusiveTo: string | null;
                            /** @enum {string} */
                            failMode: "last_known" | "allow" | "deny";
                            flagKey: string | null;
                            key: string;
                            /** @enum {string} */
                            kind: "switch" | "number" | "level" | "set" | "config" | "meter";
                            levels: string[] | null;
                            /** @enum {string} */
                            merge: "any" | "max" | "sum" | "priority" | "union" | "overlay" | "pooled";
                            name: string;
                            owner: string | null;
                            requires: string[];
                            revision?: number;
                            seatBound: boolean;
                            sentinel: {
                                enforcement: string;
                                /** @enum {string} */
                                isFeatureFlag: "Yes" | "No";
                                licenceModels: string[];
                                namespace: string;
                                version: string;
                            };
                            source: {
                                /** @enum {string} */
                                platform: "latchkey" | "launchdarkly" | "split";
                                ref: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "beta" | "general" | "deprecated" | "sunset" | "retired";
                            tags: string[];
                            unit: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsFeatures_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    access?: "gated" | "open";
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    /** @enum {string} */
                    enforcement?: "hard" | "soft" | "observe";
                    essential?: boolean;
                    exclusiveTo?: string | null;
                    /** @enum {string} */
                    failMode?: "last_known" | "allow" | "deny";
                    flagKey?: string | null;
                    key: string;
                    /** @enum {string} */
                    kind: "switch" | "number" | "level" | "set" | "config" | "meter";
                    levels?: string[] | null;
                    /** @enum {string} */
                    merge?: "any" | "max" | "sum" | "priority" | "union" | "overlay" | "pooled";
                    name: string;
                    owner?: string | null;
                    requires?: string[];
                    seatBound?: boolean;
                    sentinel?: {
                        enforcement?: string;
                        /** @enum {string} */
                        isFeatureFlag?: "Yes" | "No";
                        licenceModels?: string[];
                        namespace?: string;
                        version?: string;
                    };
                    source?: {
                        /** @enum {string} */
                        platform: "latchkey" | "launchdarkly" | "split";
                        ref: string;
                    };
                    /** @enum {string} */
                    state?: "draft" | "beta" | "general";
                    tags?: string[];
                    unit?: string | null;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        access: "gated" | "open";
                        description: string;
                        /** @enum {string} */
                        enforcement: "hard" | "soft" | "observe";
                        essential: boolean;
                        exclusiveTo: string | null;
                        /** @enum {string} */
                        failMode: "last_known" | "allow" | "deny";
                        flagKey: string | null;
                        key: string;
                        /** @enum {string} */
                        kind: "switch" | "number" | "level" | "set" | "config" | "meter";
                        levels: string[] | null;
                        /** @enum {string} */
                        merge: "any" | "max" | "sum" | "priority" | "union" | "overlay" | "pooled";
                        name: string;
                        owner: string | null;
                        requires: string[];
                        revision?: number;
                        seatBound: boolean;
                        sentinel: {
                            enforcement: string;
                            /** @enum {string} */
                            isFeatureFlag: "Yes" | "No";
                            licenceModels: string[];
                            namespace: string;
                            version: string;
                        };
                        source: {
                            /** @enum {string} */
                            platform: "latchkey" | "launchdarkly" | "split";
                            ref: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "beta" | "general" | "deprecated" | "sunset" | "retired";
                        tags: string[];
                        unit: string | null;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsFeatures_project_feature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feature: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        access: "gated" | "open";
                        associatedLicenceModels: {
                            belongsTo: string | null;
                            description: string;
                            id: string;
                            name: string;
                            /** @enum {string} */
                            type: "namespace" | "enforcement" | "licence_model" | "attribute";
                            version: string;
                        }[];
                        attributes: {
                            name: string;
                            value: string;
                        }[];
                        description: string;
                        /** @enum {string} */
                        enforcement: "hard" | "soft" | "observe";
                        essential: boolean;
                        exclusiveTo: string | null;
                        /** @enum {string} */
                        failMode: "last_known" | "allow" | "deny";
                        flagKey: string | null;
                        key: string;
                        /** @enum {string} */
                        kind: "switch" | "number" | "level" | "set" | "config" | "meter";
                        levels: string[] | null;
                        /** @enum {string} */
                        merge: "any" | "max" | "sum" | "priority" | "union" | "overlay" | "pooled";
                        name: string;
                        owner: string | null;
                        plans: {
                            latestVersion: number;
                            name: string;
                            plan: string;
                            /** @enum {string} */
                            state: "live" | "retired";
                            versions: number[];
                        }[];
                        requires: string[];
                        revision?: number;
                        seatBound: boolean;
                        sentinel: {
                            enforcement: string;
                            /** @enum {string} */
                            isFeatureFlag: "Yes" | "No";
                            licenceModels: string[];
                            namespace: string;
                            version: string;
                        };
                        source: {
                            /** @enum {string} */
                            platform: "latchkey" | "launchdarkly" | "split";
                            ref: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "beta" | "general" | "deprecated" | "sunset" | "retired";
                        tags: string[];
                        unit: string | null;
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsFeatures_project_feature: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                feature: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    access?: "gated" | "open";
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    /** @enum {string} */
                    enforcement?: "hard" | "soft" | "observe";
                    essential?: boolean;
                    exclusiveTo?: string | null;
                    /** @enum {string} */
                    failMode?: "last_known" | "allow" | "deny";
                    flagKey?: string | null;
                    /** @enum {string} */
                    kind?: "switch" | "number" | "level" | "set" | "config" | "meter";
                    levels?: string[] | null;
                    /** @enum {string} */
                    merge?: "any" | "max" | "sum" | "priority" | "union" | "overlay" | "pooled";
                    name?: string;
                    owner?: string | null;
                    requires?: string[];
                    seatBound?: boolean;
                    sentinel?: {
                        enforcement?: string;
                        /** @enum {string} */
                        isFeatureFlag?: "Yes" | "No";
                        licenceModels?: string[];
                        namespace?: string;
                        version?: string;
                    };
                    /** @enum {string} */
                    state?: "draft" | "beta" | "general" | "deprecated" | "sunset" | "retired";
                    tags?: string[];
                    unit?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        access: "gated" | "open";
                        description: string;
                        /** @enum {string} */
                        enforcement: "hard" | "soft" | "observe";
                        essential: boolean;
                        exclusiveTo: string | null;
                        /** @enum {string} */
                        failMode: "last_known" | "allow" | "deny";
                        flagKey: string | null;
                        key: string;
                        /** @enum {string} */
                        kind: "switch" | "number" | "level" | "set" | "config" | "meter";
                        levels: string[] | null;
                        /** @enum {string} */
                        merge: "any" | "max" | "sum" | "priority" | "union" | "overlay" | "pooled";
                        name: string;
                        owner: string | null;
                        requires: string[];
                        revision?: number;
                        seatBound: boolean;
                        sentinel: {
                            enforcement: string;
                            /** @enum {string} */
                            isFeatureFlag: "Yes" | "No";
                            licenceModels: string[];
                            namespace: string;
                            version: string;
                        };
                        source: {
                            /** @enum {string} */
                            platform: "latchkey" | "launchdarkly" | "split";
                            ref: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "beta" | "general" | "deprecated" | "sunset" | "retired";
                        tags: string[];
                        unit: string | null;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsFlagDifferences_project: {
        parameters: {
            query: {
                cursor?: string;
                from: string;
                limit?: number;
                query?: string;
                to: string;
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            differs: ("on" | "prerequisites" | "targets" | "rules" | "fallthrough" | "offVariation")[];
                            flag: string;
                            name: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsFlags_project: {
        parameters: {
            query?: {
                clientSide?: "true" | "false";
                cursor?: string;
                guarding?: "true" | "false";
                limit?: number;
                owner?: string;
                purpose?: "release" | "operational" | "experiment" | "entitlement";
                query?: string;
                sort?: "key" | "name" | "created" | "changed";
                state?: "live" | "deprecated" | "archived";
                tag?: string;
                temporary?: "true" | "false";
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            changedAt: string;
                            clientSide: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            description: string;
                            key: string;
                            /** @enum {string} */
                            kind: "boolean" | "string" | "number" | "json";
                            name: string;
                            owner: string | null;
                            /** @enum {string} */
                            purpose: "release" | "operational" | "experiment" | "entitlement";
                            revision?: number;
                            /** @enum {string} */
                            state: "live" | "deprecated" | "archived";
                            tags: string[];
                            temporary: boolean;
                            variations: {
                                description?: string;
                                name?: string;
                                value: components["schemas"]["JsonValue"];
                            }[];
                            version: number;
                        }[];
                        nextCursor: string | null;
                        unreadable: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsFlags_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    clientSide?: boolean;
                    description?: string;
                    key: string;
                    /** @enum {string} */
                    kind: "boolean" | "string" | "number" | "json";
                    name: string;
                    owner?: string | null;
                    /** @enum {string} */
                    purpose?: "release" | "operational" | "experiment" | "entitlement";
                    salt?: string;
                    tags?: string[];
                    temporary?: boolean;
                    variations?: {
                        description?: string;
                        name?: string;
                        value: components["schemas"]["JsonValue"];
                    }[];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSide: boolean;
                        description: string;
                        key: string;
                        /** @enum {string} */
                        kind: "boolean" | "string" | "number" | "json";
                        name: string;
                        owner: string | null;
                        /** @enum {string} */
                        purpose: "release" | "operational" | "experiment" | "entitlement";
                        revision?: number;
                        /** @enum {string} */
                        state: "live" | "deprecated" | "archived";
                        tags: string[];
                        temporary: boolean;
                        variations: {
                            description?: string;
                            name?: string;
                            value: components["schemas"]["JsonValue"];
                        }[];
                        version: number;
                        warnings: string[];
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsFlags_project_flag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSide: boolean;
                        description: string;
                        key: string;
                        /** @enum {string} */
                        kind: "boolean" | "string" | "number" | "json";
                        name: string;
                        owner: string | null;
                        /** @enum {string} */
                        purpose: "release" | "operational" | "experiment" | "entitlement";
                        revision?: number;
                        /** @enum {string} */
                        state: "live" | "deprecated" | "archived";
                        tags: string[];
                        temporary: boolean;
                        variations: {
                            description?: string;
                            name?: string;
                            value: components["schemas"]["JsonValue"];
                        }[];
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsFlags_project_flag: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    clientSide?: boolean;
                    description?: string;
                    name?: string;
                    owner?: string | null;
                    /** @enum {string} */
                    purpose?: "release" | "operational" | "experiment" | "entitlement";
                    /** @enum {string} */
                    state?: "live" | "deprecated" | "archived";
                    tags?: string[];
                    temporary?: boolean;
                    variations?: {
                        description?: string;
                        name?: string;
                        value: components["schemas"]["JsonValue"];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSide: boolean;
                        description: string;
                        key: string;
                        /** @enum {string} */
                        kind: "boolean" | "string" | "number" | "json";
                        name: string;
                        owner: string | null;
                        /** @enum {string} */
                        purpose: "release" | "operational" | "experiment" | "entitlement";
                        revision?: number;
                        /** @enum {string} */
                        state: "live" | "deprecated" | "archived";
                        tags: string[];
                        temporary: boolean;
                        variations: {
                            description?: string;
                            name?: string;
                            value: components["schemas"]["JsonValue"];
                        }[];
                        version: number;
                        warnings: string[];
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsFlagsClone_project_flag: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    key: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientSide: boolean;
                        description: string;
                        key: string;
                        /** @enum {string} */
                        kind: "boolean" | "string" | "number" | "json";
                        name: string;
                        owner: string | null;
                        /** @enum {string} */
                        purpose: "release" | "operational" | "experiment" | "entitlement";
                        revision?: number;
                        /** @enum {string} */
                        state: "live" | "deprecated" | "archived";
                        tags: string[];
                        temporary: boolean;
                        variations: {
                            description?: string;
                            name?: string;
                            value: components["schemas"]["JsonValue"];
                        }[];
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsFlagsCompare_project_flag: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        differs: ("on" | "prerequisites" | "targets" | "rules" | "fallthrough" | "offVariation")[];
                        flag: string;
                        from: {
                            environment: string;
                            targeting: {
                                fallthrough: {
                                    variation: number;
                                } | {
                                    rollout: {
                                        bucketBy?: string;
                                        contextKind?: string;
                                        seed?: number;
                                        variations: {
                                            variation: number;
                                            weight: number;
                                        }[];
                                    };
                                };
                                offVariation: number | null;
                                on: boolean;
                                prerequisites: {
                                    flag: string;
                                    variation: number;
                                }[];
                                rules: ({
                                    clauses: {
                                        attribute: string;
                                        contextKind?: string;
                                        id?: string;
                                        negate?: boolean;
                                        /** @enum {string} */
                                        op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                        values: components["schemas"]["JsonValue"][];
                                    }[];
                                    description?: string;
                                    id: string;
                                    variation: number;
                                } | {
                                    clauses: {
                                        attribute: string;
                                        contextKind?: string;
                                        id?: string;
                                        negate?: boolean;
                                        /** @enum {string} */
                                        op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                        values: components["schemas"]["JsonValue"][];
                                    }[];
                                    description?: string;
                                    id: string;
                                    rollout: {
                                        bucketBy?: string;
                                        contextKind?: string;
                                        seed?: number;
                                        variations: {
                                            variation: number;
                                            weight: number;
                                        }[];
                                    };
                                })[];
                                targetEnds?: {
                                    /** Format: date-time */
                                    at: string;
                                    contextKind?: string;
                                    key: string;
                                    variation: number;
                                }[];
                                targets: {
                                    contextKind?: string;
                                    values: string[];
                                    variation: number;
                                }[];
                            };
                        };
                        to: {
                            environment: string;
                            targeting: {
                                fallthrough: {
                                    variation: number;
                                } | {
                                    rollout: {
                                        bucketBy?: string;
                                        contextKind?: string;
                                        seed?: number;
                                        variations: {
                                            variation: number;
                                            weight: number;
                                        }[];
                                    };
                                };
                                offVariation: number | null;
                                on: boolean;
                                prerequisites: {
                                    flag: string;
                                    variation: number;
                                }[];
                                rules: ({
                                    clauses: {
                                        attribute: string;
                                        contextKind?: string;
                                        id?: string;
                                        negate?: boolean;
                                        /** @enum {string} */
                                        op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                        values: components["schemas"]["JsonValue"][];
                                    }[];
                                    description?: string;
                                    id: string;
                                    variation: number;
                                } | {
                                    clauses: {
                                        attribute: string;
                                        contextKind?: string;
                                        id?: string;
                                        negate?: boolean;
                                        /** @enum {string} */
                                        op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                        values: components["schemas"]["JsonValue"][];
                                    }[];
                                    description?: string;
                                    id: string;
                                    rollout: {
                                        bucketBy?: string;
                                        contextKind?: string;
                                        seed?: number;
                                        variations: {
                                            variation: number;
                                            weight: number;
                                        }[];
                                    };
                                })[];
                                targetEnds?: {
                                    /** Format: date-time */
                                    at: string;
                                    contextKind?: string;
                                    key: string;
                                    variation: number;
                                }[];
                                targets: {
                                    contextKind?: string;
                                    values: string[];
                                    variation: number;
                                }[];
                            };
                            version: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsFlagsDependents_project_flag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flag: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        features: {
                            key: string;
                            name: string;
                            state: string;
                        }[];
                        flags: {
                            environment: string;
                            key: string;
                            name: string;
                            state: string;
                            variation: number;
                        }[];
                        plans: {
                            features: string[];
                            key: string;
                            name: string;
                            state: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsGuardrails_project: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                query?: string;
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            actions: string[];
                            approvals: number;
                            approverRoles: string[];
                            environment: string | null;
                            key: string;
                            name: string;
                            /** @enum {string} */
                            outcome: "approve" | "deny";
                            revision?: number;
                            roles: string[];
                            version: number;
                            when: {
                                features?: string[];
                                maxCustomers?: number;
                                maxDays?: number;
                                maxQuantity?: number;
                                maxTimes?: {
                                    days: number;
                                    times: number;
                                };
                                tags?: string[];
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsGuardrails_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    actions: string[];
                    /** @default 1 */
                    approvals?: number;
                    /** @default [] */
                    approverRoles?: string[];
                    change?: components["schemas"]["ChangeNote"];
                    /** @default null */
                    environment?: string | null;
                    key: string;
                    name: string;
                    /** @enum {string} */
                    outcome: "approve" | "deny";
                    /** @default [] */
                    roles?: string[];
                    when?: {
                        features?: string[];
                        maxCustomers?: number;
                        maxDays?: number;
                        maxQuantity?: number;
                        maxTimes?: {
                            days: number;
                            times: number;
                        };
                        tags?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: string[];
                        approvals: number;
                        approverRoles: string[];
                        environment: string | null;
                        key: string;
                        name: string;
                        /** @enum {string} */
                        outcome: "approve" | "deny";
                        revision?: number;
                        roles: string[];
                        version: number;
                        when: {
                            features?: string[];
                            maxCustomers?: number;
                            maxDays?: number;
                            maxQuantity?: number;
                            maxTimes?: {
                                days: number;
                                times: number;
                            };
                            tags?: string[];
                        };
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsGuardrails_project_guardrail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guardrail: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: string[];
                        approvals: number;
                        approverRoles: string[];
                        environment: string | null;
                        key: string;
                        name: string;
                        /** @enum {string} */
                        outcome: "approve" | "deny";
                        revision?: number;
                        roles: string[];
                        version: number;
                        when: {
                            features?: string[];
                            maxCustomers?: number;
                            maxDays?: number;
                            maxQuantity?: number;
                            maxTimes?: {
                                days: number;
                                times: number;
                            };
                            tags?: string[];
                        };
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteProjectsGuardrails_project_guardrail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                guardrail: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        revision: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsGuardrails_project_guardrail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                guardrail: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    actions?: string[];
                    approvals?: number;
                    approverRoles?: string[];
                    change?: components["schemas"]["ChangeNote"];
                    environment?: string | null;
                    name?: string;
                    /** @enum {string} */
                    outcome?: "approve" | "deny";
                    roles?: string[];
                    when?: {
                        features?: string[];
                        maxCustomers?: number;
                        maxDays?: number;
                        maxQuantity?: number;
                        maxTimes?: {
                            days: number;
                            times: number;
                        };
                        tags?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: string[];
                        approvals: number;
                        approverRoles: string[];
                        environment: string | null;
                        key: string;
                        name: string;
                        /** @enum {string} */
                        outcome: "approve" | "deny";
                        revision?: number;
                        roles: string[];
                        version: number;
                        when: {
                            features?: string[];
                            maxCustomers?: number;
                            maxDays?: number;
                            maxQuantity?: number;
                            maxTimes?: {
                                days: number;
                                times: number;
                            };
                            tags?: string[];
                        };
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsLedger_project: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                customer?: string;
                feature?: string;
                flag?: string;
                from?: string;
                limit?: number;
                segment?: string;
                to?: string;
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: string;
                            actor: {
                                id: string;
                                /** @enum {string} */
                                kind: "member" | "token" | "key" | "connection" | "system";
                                name: string;
                            };
                            after: unknown;
                            /** Format: date-time */
                            at: string;
                            before: unknown;
                            changeId: string;
                            comment: string;
                            customer: string | null;
                            environment: string;
                            feature: string | null;
                            hash: string;
                            readonly links: {
                                label?: string;
                                /** Format: uri */
                                url: string;
                            }[];
                            position: number;
                            project: string;
                            resource: string;
                            resourceId: string;
                            resourceKind: string;
                            revision: number | null;
                            seq: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsPlans_project: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                query?: string;
                state?: "live" | "retired";
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            description: string;
                            key: string;
                            /** @enum {string} */
                            kind: "plan" | "addon" | "trial";
                            latestVersion: number;
                            name: string;
                            /** @enum {string} */
                            productType: "default" | "parent" | "child";
                            rank: number;
                            revision?: number;
                            /** @enum {string} */
                            state: "live" | "retired";
                            tags: string[];
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsPlans_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    key: string;
                    /** @enum {string} */
                    kind?: "plan" | "addon" | "trial";
                    name: string;
                    /** @enum {string} */
                    productType?: "default" | "parent" | "child";
                    rank?: number;
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        key: string;
                        /** @enum {string} */
                        kind: "plan" | "addon" | "trial";
                        latestVersion: number;
                        name: string;
                        /** @enum {string} */
                        productType: "default" | "parent" | "child";
                        rank: number;
                        revision?: number;
                        /** @enum {string} */
                        state: "live" | "retired";
                        tags: string[];
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsPlans_project_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        key: string;
                        /** @enum {string} */
                        kind: "plan" | "addon" | "trial";
                        latestVersion: number;
                        name: string;
                        /** @enum {string} */
                        productType: "default" | "parent" | "child";
                        publications: {
                            editions: {
                                /** Format: date-time */
                                from: string;
                                version: number;
                            }[];
                            environment: string;
                            version: number | null;
                        }[];
                        rank: number;
                        revision?: number;
                        /** @enum {string} */
                        state: "live" | "retired";
                        tags: string[];
                        version: number;
                        versions: {
                            base: {
                                plan: string;
                                version: number;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            items: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                overage?: number | "unlimited";
                                perQuantity?: boolean;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                rollover?: number | "unlimited";
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                            plan: string;
                            resolvedItems: {
                                /** @enum {string} */
                                effect: "allow" | "set" | "add";
                                feature: string;
                                overage?: number | "unlimited";
                                perQuantity?: boolean;
                                reset?: {
                                    /** Format: date-time */
                                    anchor?: string;
                                    /** @enum {string} */
                                    every: "hour" | "day" | "week" | "month" | "year";
                                };
                                rollover?: number | "unlimited";
                                unlimited?: boolean;
                                value?: components["schemas"]["JsonValue"];
                            }[];
                            version: number;
                        }[];
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsPlans_project_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                plan: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    name?: string;
                    /** @enum {string} */
                    productType?: "default" | "parent" | "child";
                    rank?: number;
                    /** @constant */
                    state?: "retired";
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        key: string;
                        /** @enum {string} */
                        kind: "plan" | "addon" | "trial";
                        latestVersion: number;
                        name: string;
                        /** @enum {string} */
                        productType: "default" | "parent" | "child";
                        rank: number;
                        revision?: number;
                        /** @enum {string} */
                        state: "live" | "retired";
                        tags: string[];
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsPlansVersions_project_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                plan: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    base?: (string | {
                        plan: string;
                        version: number;
                    }) | null;
                    change?: components["schemas"]["ChangeNote"];
                    items: {
                        /** @enum {string} */
                        effect: "allow" | "set" | "add";
                        feature: string;
                        overage?: number | "unlimited";
                        perQuantity?: boolean;
                        reset?: {
                            /** Format: date-time */
                            anchor?: string;
                            /** @enum {string} */
                            every: "hour" | "day" | "week" | "month" | "year";
                        };
                        rollover?: number | "unlimited";
                        unlimited?: boolean;
                        value?: components["schemas"]["JsonValue"];
                    }[];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        base: {
                            plan: string;
                            version: number;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        items: {
                            /** @enum {string} */
                            effect: "allow" | "set" | "add";
                            feature: string;
                            overage?: number | "unlimited";
                            perQuantity?: boolean;
                            reset?: {
                                /** Format: date-time */
                                anchor?: string;
                                /** @enum {string} */
                                every: "hour" | "day" | "week" | "month" | "year";
                            };
                            rollover?: number | "unlimited";
                            unlimited?: boolean;
                            value?: components["schemas"]["JsonValue"];
                        }[];
                        plan: string;
                        resolvedItems: {
                            /** @enum {string} */
                            effect: "allow" | "set" | "add";
                            feature: string;
                            overage?: number | "unlimited";
                            perQuantity?: boolean;
                            reset?: {
                                /** Format: date-time */
                                anchor?: string;
                                /** @enum {string} */
                                every: "hour" | "day" | "week" | "month" | "year";
                            };
                            rollover?: number | "unlimited";
                            unlimited?: boolean;
                            value?: components["schemas"]["JsonValue"];
                        }[];
                        revision: number;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsSegments_project: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                query?: string;
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            description: string;
                            key: string;
                            name: string;
                            revision?: number;
                            rules: {
                                bucketBy?: string;
                                clauses: {
                                    attribute: string;
                                    contextKind?: string;
                                    id?: string;
                                    negate?: boolean;
                                    /** @enum {string} */
                                    op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                    values: components["schemas"]["JsonValue"][];
                                }[];
                                description?: string;
                                id: string;
                                rolloutContextKind?: string;
                                weight?: number;
                            }[];
                            salt: string;
                            tags: string[];
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postProjectsSegments_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    key: string;
                    name: string;
                    rules?: {
                        bucketBy?: string;
                        clauses: {
                            attribute: string;
                            contextKind?: string;
                            id?: string;
                            negate?: boolean;
                            /** @enum {string} */
                            op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                            values: components["schemas"]["JsonValue"][];
                        }[];
                        description?: string;
                        id?: string;
                        rolloutContextKind?: string;
                        weight?: number;
                    }[];
                    salt?: string;
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        key: string;
                        name: string;
                        revision?: number;
                        rules: {
                            bucketBy?: string;
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            rolloutContextKind?: string;
                            weight?: number;
                        }[];
                        salt: string;
                        tags: string[];
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsSegments_project_segment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        key: string;
                        name: string;
                        revision?: number;
                        rules: {
                            bucketBy?: string;
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            rolloutContextKind?: string;
                            weight?: number;
                        }[];
                        salt: string;
                        tags: string[];
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteProjectsSegments_project_segment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                        segment: string;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchProjectsSegments_project_segment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    name?: string;
                    rules?: {
                        bucketBy?: string;
                        clauses: {
                            attribute: string;
                            contextKind?: string;
                            id?: string;
                            negate?: boolean;
                            /** @enum {string} */
                            op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                            values: components["schemas"]["JsonValue"][];
                        }[];
                        description?: string;
                        id?: string;
                        rolloutContextKind?: string;
                        weight?: number;
                    }[];
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        key: string;
                        name: string;
                        revision?: number;
                        rules: {
                            bucketBy?: string;
                            clauses: {
                                attribute: string;
                                contextKind?: string;
                                id?: string;
                                negate?: boolean;
                                /** @enum {string} */
                                op: "in" | "startsWith" | "endsWith" | "contains" | "matches" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual" | "before" | "after" | "semVerEqual" | "semVerLessThan" | "semVerGreaterThan" | "segmentMatch";
                                values: components["schemas"]["JsonValue"][];
                            }[];
                            description?: string;
                            id: string;
                            rolloutContextKind?: string;
                            weight?: number;
                        }[];
                        salt: string;
                        tags: string[];
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsSegmentsDependents_project_segment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
                segment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        flags: {
                            environment: string;
                            key: string;
                            name: string;
                            rules: number[];
                            state: string;
                        }[];
                        grants: {
                            environment: string;
                            feature: string;
                            grants: number;
                        }[];
                        segments: {
                            key: string;
                            name: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getProjectsStaleFlags_project: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        countedSince: string | null;
                        days: number;
                        items: {
                            advice: string;
                            createdAt: string;
                            environments: {
                                environment: string;
                                evaluations: number;
                                lastEvaluatedAt: string | null;
                                on: boolean;
                            }[];
                            findings: {
                                /** @enum {string} */
                                kind: "unused" | "one_variation" | "rolled_out";
                                sentence: string;
                            }[];
                            flag: string;
                            isReady: boolean;
                            name: string;
                            owner: string | null;
                            prerequisiteOf: string[];
                            /** @enum {string} */
                            purpose: "release" | "operational" | "experiment" | "entitlement";
                            /** @enum {string} */
                            state: "live" | "deprecated" | "archived";
                            tags: string[];
                            temporary: boolean;
                        }[];
                        leftAlone: {
                            /** @enum {string} */
                            because: "guards_feature" | "entitlement" | "permanent";
                            createdAt: string;
                            environments: {
                                environment: string;
                                evaluations: number;
                                lastEvaluatedAt: string | null;
                                on: boolean;
                            }[];
                            flag: string;
                            name: string;
                            owner: string | null;
                            /** @enum {string} */
                            purpose: "release" | "operational" | "experiment" | "entitlement";
                            sentence: string;
                            /** @enum {string} */
                            state: "live" | "deprecated" | "archived";
                            tags: string[];
                            temporary: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            builtIn: boolean;
                            description: string;
                            key: string;
                            name: string;
                            statements: {
                                actions: string[];
                                /** @enum {string} */
                                effect: "allow" | "deny";
                                resources: string[];
                            }[];
                            version: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postRoles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    description?: string;
                    key: string;
                    name: string;
                    statements: {
                        actions: string[];
                        /** @enum {string} */
                        effect: "allow" | "deny";
                        resources: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        builtIn: boolean;
                        description: string;
                        key: string;
                        name: string;
                        statements: {
                            actions: string[];
                            /** @enum {string} */
                            effect: "allow" | "deny";
                            resources: string[];
                        }[];
                        version: number | null;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteRoles_key: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        member: {
                            email: string;
                            id: string;
                            name: string;
                            roles: string[];
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        signedOut: true;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postSessionLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email?: string;
                    name?: string;
                    password?: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        member: {
                            email: string;
                            id: string;
                            name: string;
                            roles: string[];
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    putSessionPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        member: {
                            email: string;
                            id: string;
                            name: string;
                            roles: string[];
                        };
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            ending: string;
                            expiresAt: string | null;
                            id: string;
                            member: string | null;
                            name: string;
                            revokedAt: string | null;
                            roles: string[];
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postTokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    expiresAt?: string | null;
                    name: string;
                    roles: string[];
                    service?: boolean;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        ending: string;
                        expiresAt: string | null;
                        id: string;
                        member: string | null;
                        name: string;
                        revokedAt: string | null;
                        roles: string[];
                        value: string | null;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteTokens_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            id: string;
                            name: string;
                            on: boolean;
                            signed: boolean;
                            statements: {
                                actions: string[];
                                /** @enum {string} */
                                effect: "allow" | "deny";
                                resources: string[];
                            }[];
                            tags: string[];
                            /** Format: uri */
                            url: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    /** @default  */
                    name?: string;
                    /** @default true */
                    on?: boolean;
                    secret?: string;
                    /** @default true */
                    sign?: boolean;
                    /** @default [] */
                    statements?: {
                        actions: string[];
                        /** @enum {string} */
                        effect: "allow" | "deny";
                        resources: string[];
                    }[];
                    tags?: string[];
                    /** Format: uri */
                    url: string;
                };
            };
        };
        responses: {
            /** @description What it would do; nothing was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Previewed"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        id: string;
                        name: string;
                        on: boolean;
                        secret: string | null;
                        signed: boolean;
                        statements: {
                            actions: string[];
                            /** @enum {string} */
                            effect: "allow" | "deny";
                            resources: string[];
                        }[];
                        tags: string[];
                        /** Format: uri */
                        url: string;
                        version: number;
                    };
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhooks_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        id: string;
                        name: string;
                        on: boolean;
                        signed: boolean;
                        statements: {
                            actions: string[];
                            /** @enum {string} */
                            effect: "allow" | "deny";
                            resources: string[];
                        }[];
                        tags: string[];
                        /** Format: uri */
                        url: string;
                        version: number;
                    };
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteWebhooks_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patchWebhooks_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request brings back the first outcome */
                "Idempotency-Key"?: string;
                /** @description The ETag that the edit is based on; refused with 412 when somebody was faster */
                "If-Match"?: string;
                /** @description Why, where the body says nothing */
                "X-Change-Comment"?: string;
            };
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    change?: components["schemas"]["ChangeNote"];
                    name?: string;
                    on?: boolean;
                    secret?: string | null;
                    statements?: {
                        actions: string[];
                        /** @enum {string} */
                        effect: "allow" | "deny";
                        resources: string[];
                    }[];
                    tags?: string[];
                    /** Format: uri */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Done, or what it would do */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description The revision that this change made */
                    "X-Latchkey-Revision"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        id: string;
                        name: string;
                        on: boolean;
                        signed: boolean;
                        statements: {
                            actions: string[];
                            /** @enum {string} */
                            effect: "allow" | "deny";
                            resources: string[];
                        }[];
                        tags: string[];
                        /** Format: uri */
                        url: string;
                        version: number;
                    } | components["schemas"]["Previewed"];
                };
            };
            /** @description It waits for its time, or for approval; Location is where to look */
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"] | components["schemas"]["Pending"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhooksDeliveries_webhook: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attempts: number;
                            /** Format: date-time */
                            createdAt: string;
                            entry: number;
                            lastAt: string | null;
                            lastError: string | null;
                            lastStatus: number | null;
                            nextAt: string | null;
                            /** @enum {string} */
                            status: "waiting" | "delivered" | "failed";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
}
