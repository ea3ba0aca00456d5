// Made from tests/golden/openapi.json by `npm run types`; not to be changed by hand.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_accounts"];
        put?: never;
        post: operations["add_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_account"];
        put?: never;
        post?: never;
        delete: operations["remove_account"];
        options?: never;
        head?: never;
        patch: operations["change_account"];
        trace?: never;
    };
    "/v1/accounts/{account}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analysis/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_analysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_areas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["verify_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_backups"];
        put?: never;
        post: operations["make_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backups/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["remove_backup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_directory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_decisions"];
        put?: never;
        post: operations["record_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["undo_decision"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_import_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_import_run"];
        put?: never;
        post?: never;
        delete: operations["stop_import_run"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_imports"];
        put?: never;
        post: operations["bring_tables_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_import"];
        put?: never;
        post?: never;
        delete: operations["take_back"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/initiatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_initiatives"];
        put?: never;
        post: operations["add_initiative"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/initiatives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_initiative"];
        put?: never;
        post?: never;
        delete: operations["remove_initiative"];
        options?: never;
        head?: never;
        patch: operations["change_initiative"];
        trace?: never;
    };
    "/v1/initiatives/{id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_participants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ask_matches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ask_explanation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_measurements"];
        put?: never;
        post: operations["make_measurement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/measurements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["remove_measurement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/measurements/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restore_measurement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_my_data"];
        put?: never;
        post?: never;
        delete: operations["erase_my_data"];
        options?: never;
        head?: never;
        patch: operations["correct_my_data"];
        trace?: never;
    };
    "/v1/my-data/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record_my_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my-data/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_my_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my-data/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ask_for_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my-data/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["open_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my-data/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my-data/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_my_wishes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_my_wishes"];
        trace?: never;
    };
    "/v1/neighbourhoods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_neighbourhoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_organisations"];
        put?: never;
        post: operations["add_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_organisation"];
        put?: never;
        post?: never;
        delete: operations["remove_organisation"];
        options?: never;
        head?: never;
        patch: operations["change_organisation"];
        trace?: never;
    };
    "/v1/organisations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/paths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_paths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_people"];
        put?: never;
        post: operations["add_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_person"];
        put?: never;
        post?: never;
        delete: operations["erase_person"];
        options?: never;
        head?: never;
        patch: operations["change_person"];
        trace?: never;
    };
    "/v1/people/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_consents"];
        put?: never;
        post: operations["record_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/informed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["note_informed"];
        post?: never;
        delete: operations["uninform"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_memberships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/memberships/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_membership"];
        put: operations["put_membership"];
        post?: never;
        delete: operations["cut_membership"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/participations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_participations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/participations/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_participation"];
        put: operations["put_participation"];
        post?: never;
        delete: operations["cut_participation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_ties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/ties/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_tie"];
        put: operations["put_tie"];
        post?: never;
        delete: operations["cut_tie"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_wishes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_wishes"];
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_requests"];
        put?: never;
        post: operations["add_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_request"];
        put?: never;
        post?: never;
        delete: operations["remove_request"];
        options?: never;
        head?: never;
        patch: operations["change_request"];
        trace?: never;
    };
    "/v1/requests/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_matches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/matches/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["explain_match"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restore_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_set_aside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/set-aside/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_set_aside"];
        post?: never;
        delete: operations["put_back"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["change_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_team"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_run"];
        put?: never;
        post?: never;
        delete: operations["stop_run"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_sessions"];
        put?: never;
        post: operations["sign_in"];
        delete: operations["end_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["change_role"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_tables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tables/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/talents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_talents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ask_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_themes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/to-inform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_to_inform"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_tokens"];
        put?: never;
        post: operations["make_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountIn: {
            email: string;
            name?: string | null;
            roles: components["schemas"]["Role"][];
        };
        AccountOut: {
            blocked: boolean;
            email: string;
            has_password: boolean;
            id: string;
            made_at: string;
            name: string;
            openid: boolean;
            roles: components["schemas"]["Role"][];
            signed_in_at: string | null;
            updated_at: string;
        };
        AccountPatch: {
            blocked?: boolean | null;
            name?: string | null;
            roles?: components["schemas"]["Role"][] | null;
            updated_at?: string | null;
        };
        AccountsOut: {
            items: components["schemas"]["AccountOut"][];
            next?: string | null;
        };
        /** @enum {string} */
        Action: "signed_in" | "sign_in_failed" | "signed_out" | "password_chosen" | "account_made" | "account_changed" | "account_removed" | "roles_changed" | "link_made" | "token_made" | "token_revoked" | "contact_seen" | "made" | "changed" | "removed" | "restored" | "set_aside" | "put_back" | "consent_recorded" | "erased" | "imported" | "import_undone" | "exported" | "decided" | "decision_undone" | "log_exported" | "measured" | "backed_up" | "backup_removed" | "backup_restored";
        AddedOut: {
            before: number;
            id: string;
            kind: string;
            label: components["schemas"]["WordsOut"];
            share: number;
        };
        /** @enum {string} */
        Analysis: "summary" | "communities" | "brokers" | "bridging" | "coverage" | "suggestions" | "trends";
        api__v1__schemas_my_data__NamedOut: {
            day: string | null;
            times: number;
        };
        api__v1__schemas_people__NamedOut: {
            id: string;
            key: string | null;
            name: string | null;
        };
        AreaOut: {
            district: string | null;
            id: string;
            latitude: number | null;
            longitude: number | null;
            name: string;
            outline: [
                number,
                number
            ][][][] | null;
        };
        AreasOut: {
            by: string;
            items: components["schemas"]["AreaOut"][];
        };
        AuditPage: {
            items: components["schemas"]["EventOut"][];
            next: string | null;
        };
        /** @enum {string} */
        Availability: "yes" | "limited" | "no";
        BackupOut: {
            /** Format: date-time */
            made_at: string;
            name: string;
            size: number;
            /** Format: date */
            until: string;
        };
        BackupsOut: {
            being_made: number | null;
            items: components["schemas"]["BackupOut"][];
            kept_days: number;
            trouble: string | null;
        };
        BarrierOut: {
            code: string;
            en: string;
            nl: string;
        };
        /** @enum {string} */
        Basis: "everyone" | "research";
        BatchesOut: {
            items: components["schemas"]["BatchOut"][];
            next?: string | null;
        };
        BatchOut: {
            counts: {
                [key: string]: components["schemas"]["CountOut"];
            };
            created_at: string;
            files: string[];
            id: string;
            recorded_by: string;
            sha256: string;
            status: string;
        };
        Body_bring_tables_in: {
            files?: string[] | null;
            /** @default  */
            mapping: string;
        };
        BridgingOut: {
            /** Format: date */
            as_of: string;
            basis: components["schemas"]["Basis"];
            figures: components["schemas"]["FigureOut"][];
            method: components["schemas"]["WordsOut"];
            pairs: components["schemas"]["SectorPairOut"][];
            parameters: {
                [key: string]: string | number | null;
            };
            people: number | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            question: "bridging";
            revision: number | null;
            sectors: components["schemas"]["SectorBridgingOut"][];
            sentences: components["schemas"]["WordsOut"][];
            unasked: number | null;
        };
        BrokerOut: {
            articulation: boolean;
            betweenness: number;
            community: number | null;
            constraint: number | null;
            degree: number;
            effective_size: number | null;
            error: number | null;
            expected: {
                [key: string]: number;
            };
            rank: number;
            roles: {
                [key: string]: number;
            };
            who: components["schemas"]["ShownOut"];
        };
        BrokersOut: {
            /** Format: date */
            as_of: string;
            basis: components["schemas"]["Basis"];
            brokers: components["schemas"]["BrokerOut"][];
            figures: components["schemas"]["FigureOut"][];
            joints: components["schemas"]["JointOut"][];
            method: components["schemas"]["WordsOut"];
            parameters: {
                [key: string]: string | number | null;
            };
            people: number | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            question: "brokers";
            revision: number | null;
            robustness: components["schemas"]["RobustnessOut"][];
            sentences: components["schemas"]["WordsOut"][];
            unasked: number | null;
        };
        CellOut: {
            answered_requests: number | null;
            gap: number | null;
            open_requests: number | null;
            people: number | null;
            place: number;
            theme: number;
        };
        ColumnOut: {
            column: string | null;
            examples: string[];
            header: string;
            how: components["schemas"]["How-Output"] | null;
            like: string | null;
        };
        CommunitiesOut: {
            /** Format: date */
            as_of: string;
            basis: components["schemas"]["Basis"];
            communities: components["schemas"]["CommunityOut"][];
            elsewhere: number | null;
            figures: components["schemas"]["FigureOut"][];
            method: components["schemas"]["WordsOut"];
            parameters: {
                [key: string]: string | number | null;
            };
            people: number | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            question: "communities";
            revision: number | null;
            sentences: components["schemas"]["WordsOut"][];
            unasked: number | null;
        };
        CommunityOut: {
            inside: number | null;
            name: components["schemas"]["WordsOut"];
            number: number;
            outside: number | null;
            people: number;
            sectors: {
                [key: string]: number | null;
            };
            traits: components["schemas"]["TraitOut"][];
        };
        ComparedOut: {
            difference: number;
            differences: components["schemas"]["PartDifferenceOut"][];
            parts: {
                [key: string]: components["schemas"]["PartOut"];
            };
            person: components["schemas"]["PersonOut"];
            place: number;
            reasons: components["schemas"]["ReasonsOut"];
            score: number;
        };
        ConceptOut: {
            broader: string | null;
            id: string;
            key: string;
            label_en: string | null;
            label_nl: string;
        };
        ConceptsPage: {
            items: components["schemas"]["ConceptOut"][];
            next: string | null;
        };
        ConsentIn: {
            end?: string | null;
            given: boolean;
            note?: string | null;
            purpose: components["schemas"]["Purpose"];
            scope?: components["schemas"]["Scope"] | null;
            source?: string | null;
            start?: string | null;
            /** @default [] */
            themes: string[];
        };
        ConsentOut: {
            end: string | null;
            given: boolean;
            id: string;
            in_force: boolean;
            note: string | null;
            purpose: string;
            recorded_at: string;
            recorded_by: string | null;
            scope: string | null;
            source: string | null;
            /** Format: date */
            start: string;
            themes: string[];
        };
        ConsentsOut: {
            items: components["schemas"]["ConsentOut"][];
            next?: string | null;
        };
        CountOut: {
            changed: number;
            new: number;
            unchanged: number;
        };
        CoverageOut: {
            /** Format: date */
            as_of: string;
            basis: components["schemas"]["Basis"];
            by: string;
            cells: components["schemas"]["CellOut"][];
            figures: components["schemas"]["FigureOut"][];
            method: components["schemas"]["WordsOut"];
            parameters: {
                [key: string]: string | number | null;
            };
            people: number | null;
            places: components["schemas"]["LabelledOut"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            question: "coverage";
            revision: number | null;
            sentences: components["schemas"]["WordsOut"][];
            themes: components["schemas"]["LabelledOut"][];
            unasked: number | null;
        };
        DecisionIn: {
            decision: components["schemas"]["Verdict"];
            keep?: string | null;
            one: string;
            other: string;
        };
        DecisionOut: {
            created_at: string;
            decision: components["schemas"]["Verdict"];
            gone_key: string | null;
            gone_name: string | null;
            id: string;
            kept: string | null;
            kept_name: string | null;
            one: string;
            other: string;
            recorded_by: string;
            /** @enum {string} */
            status: "standing" | "undone";
            undone_at: string | null;
            undone_by: string | null;
        };
        DecisionsOut: {
            items: components["schemas"]["DecisionOut"][];
            next?: string | null;
        };
        DifferenceOut: {
            field: string;
            one: string | null;
            other: string | null;
        };
        DirectoryPage: {
            items: components["schemas"]["EntryOut"][];
            next: string | null;
        };
        DuplicateOut: {
            one: string;
            one_name: string;
            other: string;
            other_name: string;
            reasons: components["schemas"]["WordsOut"][];
            refused: string[];
            score: number;
            there: boolean;
        };
        /** @enum {string} */
        EdgeKind: "tie" | "member" | "cares" | "active" | "between";
        EntryOut: {
            about: string | null;
            id: string;
            key: string;
            name: string;
            neighbourhoods: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            organisations: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            talents: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            themes: components["schemas"]["api__v1__schemas_people__NamedOut"][];
        };
        EraseIn: {
            name: string;
        };
        EventOut: {
            action: components["schemas"]["Action"];
            actor: string | null;
            at: string;
            details: {
                [key: string]: string | number;
            };
            number: number;
            role: string | null;
            subjects: string[];
        };
        EvidenceOut: {
            date: string | null;
            kind: string;
            text: components["schemas"]["WordsOut"];
        };
        ExplainIn: {
            as_of?: string | null;
            from?: string | null;
            /** @default 10 */
            k: number;
            kind?: components["schemas"]["RequestKind"] | null;
            /** @default [] */
            languages: string[];
            /** @default [] */
            neighbourhoods: string[];
            person: string;
            /** @default true */
            spread: boolean;
            /** @default [] */
            talents: string[];
            /** @default  */
            text: string;
            /** @default [] */
            themes: string[];
        };
        ExplainOut: {
            among: number | null;
            /** Format: date */
            as_of: string;
            barriers: components["schemas"]["BarrierOut"][];
            compared: components["schemas"]["ComparedOut"] | null;
            /** @enum {string} */
            outcome: "listed" | "below" | "nothing" | "barred";
            person: components["schemas"]["PersonOut"];
            place: number | null;
            rank: number | null;
            request: components["schemas"]["UnderstoodOut"];
            result: components["schemas"]["ScoredOut"] | null;
            revision: number | null;
            sentence: components["schemas"]["WordsOut"];
            unknown: components["schemas"]["UnknownOut"][];
        };
        FieldChangeOut: {
            after: string | null;
            before: string | null;
            field: string;
        };
        FigureOut: {
            expected: number | null;
            expected_high: number | null;
            expected_low: number | null;
            hidden: boolean;
            high: number | null;
            label: components["schemas"]["WordsOut"];
            low: number | null;
            name: string;
            value: number | null;
        };
        /** @enum {string} */
        Form: "json" | "html";
        /** @enum {string} */
        Format: "xlsx" | "csv.zip" | "gexf" | "graphml" | "jsonld" | "kumu.xlsx" | "kumu.json" | "nodes.zip" | "html" | "svg" | "png";
        FoundOut: {
            detail: components["schemas"]["WordsOut"] | null;
            id: string;
            key: string;
            kind: string;
            name: string;
            score: number;
        };
        HasOut: {
            id: string;
            key: string;
            label: components["schemas"]["WordsOut"];
            level: number | null;
            related: boolean;
            text: components["schemas"]["WordsOut"];
        };
        HeadOut: {
            hash: string;
            number: number;
        };
        HealthOut: {
            status: string;
            version: string;
        };
        HopOut: {
            evidence?: components["schemas"]["EvidenceOut"][];
            factor?: number;
            from?: string;
            stale?: boolean;
            strength?: number;
            to?: string;
            weakest?: boolean;
        };
        /** @enum {string} */
        "How-Input": "letter" | "mail" | "conversation";
        /** @enum {string} */
        "How-Output": "name" | "chosen" | "remembered";
        ImportOut: {
            batch: string | null;
            changes: components["schemas"]["RowChangeOut"][];
            counts: {
                [key: string]: components["schemas"]["CountOut"];
            };
            dry_run: boolean;
            duplicates: components["schemas"]["DuplicateOut"][];
            files: string[];
            mark: string;
            notices: components["schemas"]["WordsOut"][];
            refusals: components["schemas"]["RefusalOut"][];
            refused: number;
            replaced: components["schemas"]["ReplacedOut"][];
            sha256: string;
            sheets: components["schemas"]["SheetOut"][];
        };
        ImportProblemOut: {
            code: string;
            detail: string;
            status: number;
            title: string;
        };
        ImportRunOut: {
            began_at: string;
            dry_run: boolean;
            files: string[];
            id: string;
            phase: components["schemas"]["Phase"];
            problem: components["schemas"]["ImportProblemOut"] | null;
            report: components["schemas"]["ImportOut"] | null;
            rows: number;
            rows_done: number;
            state: components["schemas"]["State"];
        };
        ImportRunsOut: {
            items: components["schemas"]["ImportRunOut"][];
        };
        InformedIn: {
            how: components["schemas"]["How-Input"];
            on?: string | null;
        };
        InitiativeIn: {
            about?: string | null;
            end?: string | null;
            lessons?: string | null;
            /** @default [] */
            neighbourhoods: string[];
            /** @default [] */
            organisations: string[];
            /** @default false */
            public: boolean;
            size?: number | null;
            start?: string | null;
            /** @default [] */
            themes: string[];
            title: string;
        };
        InitiativePatch: {
            about?: string | null;
            end?: string | null;
            lessons?: string | null;
            neighbourhoods?: string[] | null;
            organisations?: string[] | null;
            public?: boolean | null;
            size?: number | null;
            start?: string | null;
            themes?: string[] | null;
            title?: string | null;
            updated_at?: string | null;
        };
        InitiativeRecord: {
            about: string | null;
            end: string | null;
            id: string;
            key: string;
            lessons: string | null;
            neighbourhoods: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            organisations: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            public: boolean;
            size: number | null;
            start: string | null;
            themes: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            title: string;
            updated_at: string | null;
        };
        InitiativesPage: {
            items: components["schemas"]["InitiativeRecord"][];
            next: string | null;
        };
        InvitationIn: {
            key: string;
            /** Format: password */
            password: string;
        };
        JointOut: {
            carried: number;
            left: number;
            one: string;
            other: string;
            people: number;
            stopped: number;
            ties: number;
            who: components["schemas"]["ShownOut"][];
        };
        JsonValue: unknown;
        KeyIn: {
            key: string;
        };
        KnownColumnOut: {
            holds: components["schemas"]["WordsOut"];
            label: components["schemas"]["WordsOut"];
            meaning: components["schemas"]["WordsOut"];
            name: string;
            required: boolean;
        };
        KnownTableOut: {
            columns: components["schemas"]["KnownColumnOut"][];
            label: components["schemas"]["WordsOut"];
            name: string;
        };
        LabelledOut: {
            id: string;
            key: string | null;
            label: components["schemas"]["WordsOut"];
        };
        /** @enum {string} */
        Language: "nl" | "en";
        LikePerson: {
            id: string;
            key: string;
            name: string;
        };
        LinkAskedIn: {
            email: string;
        };
        LinkAskedOut: {
            en: string;
            nl: string;
        };
        LinkOut: {
            link: string;
        };
        /** @enum {string} */
        Listed: "people" | "organisations" | "initiatives";
        MapCommunityOut: {
            name: components["schemas"]["WordsOut"];
            people: number;
        };
        MapEdgesOut: {
            count: (number | null)[] | null;
            end: number[];
            kind: components["schemas"]["EdgeKind"][];
            start: number[];
            weight: number[];
            year: (number | null)[] | null;
        };
        MapNodesOut: {
            betweenness: (number | null)[] | null;
            community: (number | null)[] | null;
            degree: (number | null)[] | null;
            district: (number | null)[] | null;
            id: string[];
            key: (string | null)[] | null;
            kind: components["schemas"]["NodeKind"][];
            label: string[];
            level: (number | null)[] | null;
            neighbourhood: (number | null)[] | null;
            sector: (number | null)[] | null;
            size: (number | null)[] | null;
            talents: number[][] | null;
            themes: number[][] | null;
            x: number[];
            y: number[];
        };
        MapOut: {
            /** Format: date */
            as_of: string;
            communities: components["schemas"]["MapCommunityOut"][];
            consents: string[];
            counts: {
                [key: string]: number;
            };
            edges: components["schemas"]["MapEdgesOut"];
            nodes: components["schemas"]["MapNodesOut"];
            notes: components["schemas"]["WordsOut"][];
            pseudonyms: boolean;
            revision: number | null;
            words: string[];
        };
        MatchIn: {
            as_of?: string | null;
            from?: string | null;
            /** @default 10 */
            k: number;
            kind?: components["schemas"]["RequestKind"] | null;
            /** @default [] */
            languages: string[];
            /** @default [] */
            neighbourhoods: string[];
            /** @default true */
            spread: boolean;
            /** @default [] */
            talents: string[];
            /** @default  */
            text: string;
            /** @default [] */
            themes: string[];
        };
        MatchOut: {
            /** Format: date */
            as_of: string;
            organisations: components["schemas"]["OrganisationResultOut"][];
            request: components["schemas"]["UnderstoodOut"];
            results: components["schemas"]["ResultOut"][];
            revision: number | null;
            set_aside: number;
        };
        MeasureIn: {
            parameters?: components["schemas"]["ParametersIn"];
            question: components["schemas"]["Analysis"];
        };
        MeasurementOut: {
            /** Format: date */
            as_of: string;
            basis: components["schemas"]["Basis"];
            figures: components["schemas"]["FigureOut"][];
            id: string;
            made_at: string;
            parameters: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            people: number;
            question: string;
            revision: number | null;
            unasked: number | null;
        };
        MeasurementsPage: {
            items: components["schemas"]["MeasurementOut"][];
            next: string | null;
        };
        MemberOut: {
            adds: components["schemas"]["AddedOut"][];
            parts: {
                [key: string]: components["schemas"]["PartOut"];
            };
            person: components["schemas"]["PersonOut"];
            reasons: components["schemas"]["ReasonsOut"];
            score: number;
            words: components["schemas"]["WordsOut"];
        };
        MembershipIn: {
            periods: components["schemas"]["PeriodIn"][];
        };
        MembershipOut: {
            other: components["schemas"]["RefOut"];
            periods: components["schemas"]["PeriodOut"][];
        };
        MembershipsPage: {
            items: components["schemas"]["MembershipOut"][];
            next: string | null;
        };
        MeOut: {
            account: components["schemas"]["WhoOut"] | null;
            city: string;
            may: components["schemas"]["Question"][];
            role: components["schemas"]["Role"];
            roles: components["schemas"]["Role"][];
            sign_in: components["schemas"]["SignInOut"];
            via: components["schemas"]["Via"];
        };
        MyDataOut: {
            consents: components["schemas"]["ConsentOut"][];
            duplicates_decisions: {
                [key: string]: unknown;
            }[];
            earlier_versions: {
                [key: string]: unknown;
            }[];
            log: {
                [key: string]: unknown;
            }[];
            named_by_others: components["schemas"]["api__v1__schemas_my_data__NamedOut"][];
            person: {
                [key: string]: unknown;
            };
            set_aside: {
                [key: string]: unknown;
            }[];
            ties: components["schemas"]["OwnTieOut"][];
        };
        NearestOut: {
            /** Format: date */
            as_of: string;
            found: boolean;
            reason: components["schemas"]["ReasonOut"] | null;
            revision: number | null;
            starts: components["schemas"]["PersonOut"][];
            targets: components["schemas"]["TargetOut"][];
            wanted: components["schemas"]["WantedOut"];
        };
        NewAccountOut: {
            blocked: boolean;
            email: string;
            has_password: boolean;
            id: string;
            link: string;
            made_at: string;
            name: string;
            openid: boolean;
            roles: components["schemas"]["Role"][];
            signed_in_at: string | null;
            updated_at: string;
        };
        NewTokenOut: {
            id: string;
            key: string;
            made_at: string;
            name: string;
            role: components["schemas"]["Role"];
            scopes: components["schemas"]["Question"][];
            until: string;
            used_at: string | null;
        };
        /** @enum {string} */
        NodeKind: "person" | "organisation" | "theme" | "neighbourhood" | "community";
        OrganisationIn: {
            about?: string | null;
            email?: string | null;
            kind?: string | null;
            name: string;
            /** @default [] */
            neighbourhoods: string[];
            /** @default false */
            public: boolean;
            sector?: components["schemas"]["Sector"] | null;
            size?: number | null;
            /** @default [] */
            talents: components["schemas"]["TalentIn"][];
            /** @default [] */
            themes: components["schemas"]["ThemeIn"][];
            website?: string | null;
        };
        OrganisationPatch: {
            about?: string | null;
            email?: string | null;
            kind?: string | null;
            name?: string | null;
            neighbourhoods?: string[] | null;
            public?: boolean | null;
            sector?: components["schemas"]["Sector"] | null;
            size?: number | null;
            talents?: components["schemas"]["TalentIn"][] | null;
            themes?: components["schemas"]["ThemeIn"][] | null;
            updated_at?: string | null;
            website?: string | null;
        };
        OrganisationRecord: {
            about: string | null;
            email: string | null;
            id: string;
            key: string;
            kind: string | null;
            name: string;
            neighbourhoods: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            public: boolean;
            sector: string | null;
            size: number | null;
            talents: components["schemas"]["TalentOut"][];
            themes: components["schemas"]["ThemeOut"][];
            updated_at: string | null;
            website: string | null;
        };
        OrganisationResultOut: {
            organisation: components["schemas"]["PersonOut"];
            parts: {
                [key: string]: components["schemas"]["PartOut"];
            };
            reasons: components["schemas"]["ReasonsOut"];
            score: number;
        };
        OrganisationsPage: {
            items: components["schemas"]["OrganisationRecord"][];
            next: string | null;
        };
        OwnConsentIn: {
            given: boolean;
            purpose: components["schemas"]["Purpose"];
            scope?: components["schemas"]["Scope"] | null;
            /** @default [] */
            themes: string[];
        };
        OwnPatch: {
            about?: string | null;
            availability?: components["schemas"]["Availability"] | null;
            email?: string | null;
            languages?: string[] | null;
            /** @default [] */
            left: string[];
            name?: string | null;
            neighbourhoods?: string[] | null;
            /** @default [] */
            no_ties_to: string[];
            phone?: string | null;
            talents?: components["schemas"]["TalentIn"][] | null;
            themes?: components["schemas"]["ThemeIn"][] | null;
            updated_at?: string | null;
        };
        OwnTieOut: {
            id: string;
            name: string | null;
            /**
             * Properties
             * @description What the tie says, and its source
             */
            properties: {
                [key: string]: unknown;
            };
            relation: string;
        };
        OwnWishesOut: {
            ask_limit: number;
            ask_themes: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            may_name: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            not_about: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            paused_until: string | null;
            updated_at: string | null;
        };
        OwnWishesPatch: {
            ask_limit?: number | null;
            /** @default [] */
            ask_themes: string[];
            /** @default [] */
            not_about: string[];
            paused_until?: string | null;
            updated_at?: string | null;
        };
        PairOut: {
            /** @enum {string} */
            band: "strong" | "likely" | "possible";
            differences: components["schemas"]["DifferenceOut"][];
            one: components["schemas"]["LikePerson"];
            other: components["schemas"]["LikePerson"];
            reasons: components["schemas"]["WordsOut"][];
            score: number;
        };
        PairsOut: {
            items: components["schemas"]["PairOut"][];
            next: string | null;
            total: number;
        };
        ParametersIn: {
            as_of?: string | null;
            by?: string | null;
            k?: number | null;
            theme?: string | null;
            years?: number | null;
        };
        PartDifferenceOut: {
            difference: number;
            mine: number;
            other: number;
            part: string;
        };
        ParticipationIn: {
            role?: string | null;
        };
        ParticipationOut: {
            other: components["schemas"]["RefOut"];
            role: string | null;
        };
        ParticipationsPage: {
            items: components["schemas"]["ParticipationOut"][];
            next: string | null;
        };
        PartOut: {
            value: number;
            weight: number;
        };
        PasswordIn: {
            /** Format: password */
            before: string;
            /** Format: password */
            password: string;
        };
        PathOut: {
            /** Format: date */
            as_of: string;
            closest: components["schemas"]["PersonOut"] | null;
            found: boolean;
            from: components["schemas"]["PersonOut"];
            reason: components["schemas"]["ReasonOut"] | null;
            revision: number | null;
            routes: components["schemas"]["RouteOut"][];
            to: components["schemas"]["PersonOut"];
        };
        PathsOut: {
            /** Format: date */
            as_of: string;
            closest: components["schemas"]["PersonOut"] | null;
            found: boolean;
            from: components["schemas"]["PersonOut"];
            reason: components["schemas"]["ReasonOut"] | null;
            revision: number | null;
            routes: components["schemas"]["RouteOut"][];
            starts: components["schemas"]["PersonOut"][];
            to: components["schemas"]["PersonOut"];
        };
        PeoplePage: {
            items: components["schemas"]["PersonRecord"][];
            next: string | null;
        };
        PeriodIn: {
            role?: string | null;
            since?: string | null;
            until?: string | null;
        };
        PeriodOut: {
            role: string | null;
            since: string | null;
            until: string | null;
        };
        PersonIn: {
            about?: string | null;
            ask_limit?: number | null;
            availability?: components["schemas"]["Availability"] | null;
            email?: string | null;
            languages?: string[] | null;
            level?: number | null;
            name: string;
            neighbourhoods?: string[] | null;
            open_asks?: number | null;
            /** @default [] */
            organisations: string[];
            paused_until?: string | null;
            phone?: string | null;
            sector?: components["schemas"]["Sector"] | null;
            talents?: components["schemas"]["TalentIn"][] | null;
            themes?: components["schemas"]["ThemeIn"][] | null;
        };
        PersonOut: {
            id?: string;
            key?: string;
            name?: string;
        };
        PersonPatch: {
            about?: string | null;
            ask_limit?: number | null;
            availability?: components["schemas"]["Availability"] | null;
            email?: string | null;
            languages?: string[] | null;
            level?: number | null;
            name?: string | null;
            neighbourhoods?: string[] | null;
            open_asks?: number | null;
            paused_until?: string | null;
            phone?: string | null;
            sector?: components["schemas"]["Sector"] | null;
            talents?: components["schemas"]["TalentIn"][] | null;
            themes?: components["schemas"]["ThemeIn"][] | null;
            updated_at?: string | null;
        };
        PersonRecord: {
            about: string | null;
            ask_limit: number | null;
            availability: string | null;
            email?: string | null;
            id: string;
            key: string;
            languages: string[];
            level: number | null;
            name: string;
            neighbourhoods: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            open_asks: number | null;
            organisations: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            paused_until: string | null;
            phone?: string | null;
            sector: string | null;
            talents: components["schemas"]["TalentOut"][];
            themes: components["schemas"]["ThemeOut"][];
            updated_at: string | null;
        };
        /** @enum {string} */
        Phase: "reading" | "checking" | "fetching" | "comparing" | "writing" | "pairing";
        PlaceOut: {
            borders: string[];
            district: string | null;
            id: string;
            key: string;
            latitude: number | null;
            longitude: number | null;
            name: string;
        };
        PlacesPage: {
            items: components["schemas"]["PlaceOut"][];
            next: string | null;
        };
        ProblemOut: {
            code: string;
            detail: string;
            instance: string;
            request_id: string;
            status: number;
            title: string;
            type: string;
        };
        /** @enum {string} */
        Purpose: "matching" | "contact" | "connector" | "research" | "public" | "mailing";
        /** @enum {string} */
        Question: "search" | "path" | "match" | "records" | "write" | "export" | "duplicates" | "analyse" | "analyse_people" | "measure" | "map" | "accounts" | "audit" | "backups";
        ReasonOut: {
            code: string;
            en: string;
            nl: string;
        };
        ReasonsOut: {
            en: string[];
            nl: string[];
        };
        RefOut: {
            id: string;
            key: string;
            name: string;
        };
        RefusalOut: {
            cause: components["schemas"]["RowPlaceOut"] | null;
            certain: boolean;
            column: string | null;
            expected: components["schemas"]["WordsOut"];
            file: string;
            nearest: string | null;
            row: number;
            sheet: string | null;
            value: string | null;
        };
        ReplacedOut: {
            all_rows: number;
            column: string;
            rows: components["schemas"]["RowPlaceOut"][];
            table: string;
            to: string;
            value: string;
        };
        RequestIn: {
            asker?: string | null;
            kind?: components["schemas"]["RequestKind"] | null;
            /** @default [] */
            languages: string[];
            needed_by?: string | null;
            /** @default [] */
            neighbourhoods: string[];
            opened?: string | null;
            people_needed?: number | null;
            /** @default [] */
            talents: string[];
            text?: string | null;
            /** @default [] */
            themes: string[];
            title: string;
        };
        /** @enum {string} */
        RequestKind: "contact" | "start" | "execution" | "cooperation" | "evaluation";
        RequestPatch: {
            asker?: string | null;
            kind?: components["schemas"]["RequestKind"] | null;
            languages?: string[] | null;
            needed_by?: string | null;
            neighbourhoods?: string[] | null;
            people_needed?: number | null;
            talents?: string[] | null;
            text?: string | null;
            themes?: string[] | null;
            title?: string | null;
            version?: number | null;
        };
        RequestRecord: {
            asked_by: components["schemas"]["api__v1__schemas_people__NamedOut"] | null;
            asker: string | null;
            id: string;
            key: string;
            kind: string | null;
            languages: string[];
            needed_by: string | null;
            neighbourhoods: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            next_statuses: components["schemas"]["RequestStatus"][];
            opened: string | null;
            people_needed: number | null;
            status: string | null;
            steps: components["schemas"]["StepOut"][];
            talents: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            text: string | null;
            themes: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            title: string;
            version: number;
        };
        RequestsPage: {
            items: components["schemas"]["RequestRecord"][];
            next: string | null;
        };
        /** @enum {string} */
        RequestStatus: "open" | "asked" | "met" | "done" | "closed";
        ResultOut: {
            parts: {
                [key: string]: components["schemas"]["PartOut"];
            };
            person: components["schemas"]["PersonOut"];
            reasons: components["schemas"]["ReasonsOut"];
            score: number;
        };
        RobustnessOut: {
            at_random: number | null;
            bridges_left: number | null;
            left_connected: number | null;
            stopped: number;
        };
        /** @enum {string} */
        Role: "public" | "partner" | "researcher" | "coordinator" | "admin";
        RoleIn: {
            role: components["schemas"]["Role"];
        };
        RouteOut: {
            fallback?: components["schemas"]["WordsOut"];
            hops: components["schemas"]["HopOut"][];
            message?: components["schemas"]["WordsOut"] | null;
            people: components["schemas"]["PersonOut"][];
            sentence: components["schemas"]["WordsOut"];
            value?: number;
        };
        RowChangeOut: {
            fields: components["schemas"]["FieldChangeOut"][];
            key: string;
            name: string;
            new: boolean;
            table: string;
        };
        RowPlaceOut: {
            file: string;
            row: number;
            sheet: string | null;
        };
        RunOut: {
            answer: (components["schemas"]["SummaryOut"] | components["schemas"]["CommunitiesOut"] | components["schemas"]["BrokersOut"] | components["schemas"]["BridgingOut"] | components["schemas"]["CoverageOut"] | components["schemas"]["SuggestionsOut"] | components["schemas"]["TrendsOut"]) | null;
            id: string;
            measurement: components["schemas"]["MeasurementOut"] | null;
            problem: components["schemas"]["RunProblemOut"] | null;
            question: string;
            share: number;
            state: components["schemas"]["State"];
        };
        RunProblemOut: {
            code: string;
            detail: string;
        };
        /** @enum {string} */
        Scope: "coordinator" | "partners";
        ScoredOut: {
            parts: {
                [key: string]: components["schemas"]["PartOut"];
            };
            reasons: components["schemas"]["ReasonsOut"];
            score: number;
        };
        SearchOut: {
            query: string;
            results: components["schemas"]["FoundOut"][];
            revision: number | null;
        };
        /** @enum {string} */
        Sector: "resident" | "civil_society" | "city" | "politics" | "business" | "education";
        SectorBridgingOut: {
            ei_index: components["schemas"]["FigureOut"];
            inside: number | null;
            outside: number | null;
            people: number | null;
            sector: string;
        };
        SectorCountOut: {
            people: number | null;
            sector: string | null;
        };
        SectorPairOut: {
            one: string;
            other: string;
            ties: components["schemas"]["FigureOut"];
        };
        SessionOut: {
            began_at: string;
            city: string;
            current: boolean;
            id: string;
            role: components["schemas"]["Role"];
            seen_at: string;
        };
        SessionsOut: {
            items: components["schemas"]["SessionOut"][];
        };
        SetAsideIn: {
            reason: components["schemas"]["Unfit"];
            words?: string | null;
        };
        SetAsideOut: {
            at: string;
            by: string | null;
            person: components["schemas"]["RefOut"];
            reason: components["schemas"]["Unfit"];
            words: string | null;
        };
        SetAsidePage: {
            items: components["schemas"]["SetAsideOut"][];
            next: string | null;
        };
        SheetOut: {
            columns: components["schemas"]["ColumnOut"][];
            file: string;
            how: components["schemas"]["How-Output"] | null;
            like: string | null;
            missing: string[];
            place: string;
            rows: number;
            sheet: string | null;
            table: string | null;
        };
        ShownOut: {
            id: string;
            key: string | null;
            name: string;
            place: string | null;
            sector: string | null;
        };
        SignInIn: {
            email: string;
            /** Format: password */
            password: string;
        };
        SignInOut: {
            needed: boolean;
            openid: boolean;
        };
        /** @enum {string} */
        State: "running" | "done" | "failed" | "stopped";
        StatusIn: {
            status: components["schemas"]["RequestStatus"];
            version?: number | null;
        };
        StepOut: {
            date: string;
            status: string;
        };
        SuggestionOut: {
            complements: components["schemas"]["WordsOut"][];
            gain: number;
            one: components["schemas"]["ShownOut"];
            other: components["schemas"]["ShownOut"];
            rank: number;
            shared: components["schemas"]["WordsOut"][];
            through: components["schemas"]["ShownOut"];
            value: number;
            words: components["schemas"]["WordsOut"];
        };
        SuggestionsOut: {
            /** Format: date */
            as_of: string;
            basis: components["schemas"]["Basis"];
            figures: components["schemas"]["FigureOut"][];
            method: components["schemas"]["WordsOut"];
            parameters: {
                [key: string]: string | number | null;
            };
            people: number | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            question: "suggestions";
            revision: number | null;
            sentences: components["schemas"]["WordsOut"][];
            suggestions: components["schemas"]["SuggestionOut"][];
            unasked: number | null;
        };
        SummaryOut: {
            /** Format: date */
            as_of: string;
            basis: components["schemas"]["Basis"];
            figures: components["schemas"]["FigureOut"][];
            method: components["schemas"]["WordsOut"];
            parameters: {
                [key: string]: string | number | null;
            };
            people: number | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            question: "SummaryOut";
            revision: number | null;
            sectors: components["schemas"]["SectorCountOut"][];
            sentences: components["schemas"]["WordsOut"][];
            unasked: number | null;
        };
        TablesOut: {
            items: components["schemas"]["KnownTableOut"][];
        };
        TalentIn: {
            level?: number | null;
            talent: string;
        };
        TalentOut: {
            id: string;
            key: string | null;
            level: number | null;
            name: string | null;
        };
        TargetOut: {
            has: components["schemas"]["HasOut"];
            person: components["schemas"]["PersonOut"];
            routes: components["schemas"]["RouteOut"][];
        };
        TeamIn: {
            as_of?: string | null;
            from?: string | null;
            kind?: components["schemas"]["RequestKind"] | null;
            /** @default [] */
            languages: string[];
            /** @default [] */
            neighbourhoods: string[];
            size?: number | null;
            /** @default [] */
            talents: string[];
            /** @default  */
            text: string;
            /** @default [] */
            themes: string[];
        };
        TeamOut: {
            /** Format: date */
            as_of: string;
            members: components["schemas"]["MemberOut"][];
            parts: {
                [key: string]: components["schemas"]["PartOut"];
            };
            request: components["schemas"]["UnderstoodOut"];
            revision: number | null;
            score: number;
            search: components["schemas"]["TeamSearchOut"];
            sentence: components["schemas"]["WordsOut"];
            size: number;
            spread: components["schemas"]["TeamSpreadOut"] | null;
            ties: components["schemas"]["TiesOut"] | null;
            uncovered: components["schemas"]["UncoveredOut"][];
        };
        TeamSearchOut: {
            bound: number;
            candidates: number;
            exact: boolean;
            words: components["schemas"]["WordsOut"];
        };
        TeamSpreadOut: {
            neighbourhoods: string[];
            organisations: string[];
            words: components["schemas"]["WordsOut"];
        };
        TeamTieOut: {
            one: components["schemas"]["PersonOut"];
            other: components["schemas"]["PersonOut"];
            strength: number;
            words: components["schemas"]["WordsOut"];
        };
        ThemeIn: {
            experience?: number | null;
            theme: string;
        };
        ThemeOut: {
            experience: number | null;
            id: string;
            key: string | null;
            name: string | null;
        };
        TieIn: {
            last_contact?: string | null;
            note?: string | null;
            openness?: number | null;
            reliability?: number | null;
            shared_aim?: number | null;
            since?: string | null;
            trust?: number | null;
        };
        TieOut: {
            last_contact: string | null;
            note: string | null;
            openness: number | null;
            other: components["schemas"]["RefOut"];
            reliability: number | null;
            said_by: string;
            shared_aim: number | null;
            since: string | null;
            source: string | null;
            trust: number | null;
        };
        TiesOut: {
            inside: components["schemas"]["TeamTieOut"][];
            without: components["schemas"]["PersonOut"][];
            words: components["schemas"]["WordsOut"] | null;
        };
        TiesPage: {
            items: components["schemas"]["TieOut"][];
            next: string | null;
        };
        ToInformOut: {
            batch: string | null;
            /** Format: date */
            due: string;
            id: string;
            key: string;
            name: string;
            overdue: boolean;
            reachable: boolean;
            /** Format: date */
            recorded: string;
            source: string | null;
        };
        ToInformPage: {
            items: components["schemas"]["ToInformOut"][];
            next: string | null;
            note: string;
            overdue: number;
            total: number;
        };
        TokenIn: {
            name: string;
            scopes: components["schemas"]["Question"][];
            until?: string | null;
        };
        TokenOut: {
            id: string;
            made_at: string;
            name: string;
            role: components["schemas"]["Role"];
            scopes: components["schemas"]["Question"][];
            until: string;
            used_at: string | null;
        };
        TokensOut: {
            items: components["schemas"]["TokenOut"][];
        };
        TraitOut: {
            kind: string;
            people: number | null;
            words: components["schemas"]["WordsOut"];
        };
        TrendPointOut: {
            /** Format: date */
            as_of: string;
            figures: components["schemas"]["FigureOut"][];
        };
        TrendsOut: {
            /** Format: date */
            as_of: string;
            basis: components["schemas"]["Basis"];
            figures: components["schemas"]["FigureOut"][];
            measured: components["schemas"]["MeasurementOut"][];
            method: components["schemas"]["WordsOut"];
            parameters: {
                [key: string]: string | number | null;
            };
            people: number | null;
            points: components["schemas"]["TrendPointOut"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            question: "trends";
            revision: number | null;
            sentences: components["schemas"]["WordsOut"][];
            unasked: number | null;
        };
        UncoveredOut: {
            id: string;
            kind: string;
            label: components["schemas"]["WordsOut"];
            share: number;
            somebody: boolean;
            words: components["schemas"]["WordsOut"];
        };
        UnderstoodOut: {
            from_text: string[];
            id: string | null;
            key: string | null;
            kind: string | null;
            languages: string[];
            neighbourhoods: string[];
            talents: string[];
            text: string;
            themes: string[];
            title: string | null;
        };
        UndoneOut: {
            batch: string;
            removed: number;
            restored: number;
        };
        /** @enum {string} */
        Unfit: "asked" | "busy" | "role" | "tie" | "other";
        UnknownOut: {
            en: string;
            enough: boolean;
            gain: number;
            nl: string;
            part: string;
        };
        /** @enum {string} */
        Verdict: "same" | "different";
        VerifiedOut: {
            broken_at: number | null;
            events: number;
            fault: string | null;
            head: components["schemas"]["HeadOut"];
            whole: boolean;
        };
        /** @enum {string} */
        Via: "local" | "session" | "token" | "nobody";
        WantedOut: {
            id: string;
            key: string;
            /** @enum {string} */
            kind: "talent" | "theme";
            label: components["schemas"]["WordsOut"];
        };
        WhoOut: {
            email: string | null;
            id: string;
            name: string | null;
        };
        WishesOut: {
            ask_limit: number;
            ask_themes: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            not_about: components["schemas"]["api__v1__schemas_people__NamedOut"][];
            paused_until: string | null;
            updated_at: string | null;
        };
        WishesPatch: {
            ask_limit?: number | null;
            /** @default [] */
            ask_themes: string[];
            /** @default [] */
            not_about: string[];
            paused_until?: string | null;
            updated_at?: string | null;
        };
        WordsOut: {
            en: string;
            nl: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthOut"];
                };
            };
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthOut"];
                };
            };
        };
    };
    read_accounts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsOut"];
                };
            };
        };
    };
    add_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAccountOut"];
                };
            };
        };
    };
    read_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
        };
    };
    remove_account: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_account: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOut"];
                };
            };
        };
    };
    read_analysis: {
        parameters: {
            query?: {
                as_of?: string | null;
                by?: string | null;
                k?: number | null;
                theme?: string | null;
                years?: number | null;
            };
            header?: never;
            path: {
                question: components["schemas"]["Analysis"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryOut"] | components["schemas"]["CommunitiesOut"] | components["schemas"]["BrokersOut"] | components["schemas"]["BridgingOut"] | components["schemas"]["CoverageOut"] | components["schemas"]["SuggestionsOut"] | components["schemas"]["TrendsOut"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
        };
    };
    read_areas: {
        parameters: {
            query?: {
                by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreasOut"];
                };
            };
        };
    };
    read_audit: {
        parameters: {
            query?: {
                action?: components["schemas"]["Action"] | null;
                actor?: string | null;
                cursor?: string;
                limit?: number;
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
        };
    };
    export_audit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
        };
    };
    verify_audit: {
        parameters: {
            query?: {
                hash?: string | null;
                number?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedOut"];
                };
            };
        };
    };
    read_backups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupsOut"];
                };
            };
        };
    };
    make_backup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupsOut"];
                };
            };
        };
    };
    remove_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_directory: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                neighbourhood?: string | null;
                q?: string;
                talent?: string | null;
                theme?: string | null;
            };
            header?: never;
            path: {
                kind: components["schemas"]["Listed"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPage"];
                };
            };
        };
    };
    read_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: components["schemas"]["Listed"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryOut"];
                };
            };
        };
    };
    read_duplicates: {
        parameters: {
            query?: {
                batch?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairsOut"];
                };
            };
        };
    };
    read_decisions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionsOut"];
                };
            };
        };
    };
    record_decision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionOut"];
                };
            };
        };
    };
    undo_decision: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionOut"];
                };
            };
        };
    };
    read_export: {
        parameters: {
            query?: {
                as_of?: string | null;
                language?: components["schemas"]["Language"] | null;
            };
            header?: never;
            path: {
                format: components["schemas"]["Format"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gexf+xml": string;
                    "application/graphml+xml": string;
                    "application/json": Record<string, never>;
                    "application/ld+json": Record<string, never>;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/zip": string;
                    "image/png": string;
                    "image/svg+xml": string;
                    "text/html; charset=utf-8": string;
                };
            };
        };
    };
    read_import_runs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunsOut"];
                };
            };
        };
    };
    read_import_run: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunOut"];
                };
            };
        };
    };
    stop_import_run: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_imports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchesOut"];
                };
            };
        };
    };
    bring_tables_in: {
        parameters: {
            query?: {
                background?: boolean;
                dry_run?: boolean;
                of?: string;
                seen?: string;
                skip_bad_rows?: boolean;
                source?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": components["schemas"]["Body_bring_tables_in"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunOut"];
                };
            };
        };
    };
    read_import: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
        };
    };
    take_back: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoneOut"];
                };
            };
        };
    };
    read_initiatives: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiativesPage"];
                };
            };
        };
    };
    add_initiative: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitiativeIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiativeRecord"];
                };
            };
        };
    };
    read_initiative: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiativeRecord"];
                };
            };
        };
    };
    remove_initiative: {
        parameters: {
            query?: {
                with_ties?: boolean;
            };
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_initiative: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitiativePatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiativeRecord"];
                };
            };
        };
    };
    read_participants: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipationsPage"];
                };
            };
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    read_map: {
        parameters: {
            query?: {
                as_of?: string | null;
                measured?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapOut"];
                };
            };
        };
    };
    ask_matches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchOut"];
                };
            };
        };
    };
    ask_explanation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainOut"];
                };
            };
        };
    };
    read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    read_measurements: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                question?: components["schemas"]["Analysis"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasurementsPage"];
                };
            };
        };
    };
    make_measurement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasureIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasurementOut"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
        };
    };
    remove_measurement: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    restore_measurement: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasurementOut"];
                };
            };
        };
    };
    read_my_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyDataOut"];
                };
            };
        };
    };
    erase_my_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    correct_my_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyDataOut"];
                };
            };
        };
    };
    record_my_consent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnConsentIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentOut"];
                };
            };
        };
    };
    export_my_data: {
        parameters: {
            query?: {
                format?: components["schemas"]["Form"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "text/html": string;
                };
            };
        };
    };
    ask_for_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkAskedIn"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkAskedOut"];
                };
            };
        };
    };
    open_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_my_wishes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnWishesOut"];
                };
            };
        };
    };
    change_my_wishes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnWishesPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnWishesOut"];
                };
            };
        };
    };
    read_neighbourhoods: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacesPage"];
                };
            };
        };
    };
    read_organisations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationsPage"];
                };
            };
        };
    };
    add_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationRecord"];
                };
            };
        };
    };
    read_organisation: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationRecord"];
                };
            };
        };
    };
    remove_organisation: {
        parameters: {
            query?: {
                with_ties?: boolean;
            };
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_organisation: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationRecord"];
                };
            };
        };
    };
    read_members: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipsPage"];
                };
            };
        };
    };
    read_paths: {
        parameters: {
            query: {
                as_of?: string | null;
                cares_about?: string | null;
                from: string[];
                k?: number;
                max_introductions?: number;
                routes?: number;
                talent?: string | null;
                theme?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PathsOut"] | components["schemas"]["PathOut"] | components["schemas"]["NearestOut"];
                };
            };
        };
    };
    read_people: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePage"];
                };
            };
        };
    };
    add_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRecord"];
                };
            };
        };
    };
    read_person: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRecord"];
                };
            };
        };
    };
    erase_person: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_person: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRecord"];
                };
            };
        };
    };
    read_consents: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentsOut"];
                };
            };
        };
    };
    record_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentOut"];
                };
            };
        };
    };
    note_informed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InformedIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    uninform: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_memberships: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipsPage"];
                };
            };
        };
    };
    read_membership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipOut"];
                };
            };
        };
    };
    put_membership: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipOut"];
                };
            };
        };
    };
    cut_membership: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_participations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipationsPage"];
                };
            };
        };
    };
    read_participation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipationOut"];
                };
            };
        };
    };
    put_participation: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipationIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipationOut"];
                };
            };
        };
    };
    cut_participation: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_ties: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TiesPage"];
                };
            };
        };
    };
    read_tie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TieOut"];
                };
            };
        };
    };
    put_tie: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TieIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TieOut"];
                };
            };
        };
    };
    cut_tie: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_wishes: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesOut"];
                };
            };
        };
    };
    change_wishes: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WishesPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesOut"];
                };
            };
        };
    };
    read_requests: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: components["schemas"]["RequestStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestsPage"];
                };
            };
        };
    };
    add_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestRecord"];
                };
            };
        };
    };
    read_request: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestRecord"];
                };
            };
        };
    };
    remove_request: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_request: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestRecord"];
                };
            };
        };
    };
    read_matches: {
        parameters: {
            query?: {
                as_of?: string | null;
                from?: string | null;
                k?: number;
                spread?: boolean;
                with_set_aside?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchOut"];
                };
            };
        };
    };
    explain_match: {
        parameters: {
            query?: {
                as_of?: string | null;
                from?: string | null;
                k?: number;
                spread?: boolean;
            };
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainOut"];
                };
            };
        };
    };
    restore_request: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestRecord"];
                };
            };
        };
    };
    read_set_aside: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetAsidePage"];
                };
            };
        };
    };
    put_set_aside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAsideIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetAsideOut"];
                };
            };
        };
    };
    put_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_status: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestRecord"];
                };
            };
        };
    };
    read_team: {
        parameters: {
            query?: {
                as_of?: string | null;
                from?: string | null;
                size?: number | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamOut"];
                };
            };
        };
    };
    read_run: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
        };
    };
    stop_run: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_search: {
        parameters: {
            query: {
                kinds?: string[] | null;
                limit?: number;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchOut"];
                };
            };
        };
    };
    read_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsOut"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    end_other_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    change_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    read_tables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablesOut"];
                };
            };
        };
    };
    read_template: {
        parameters: {
            query?: {
                language?: components["schemas"]["Language"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    read_talents: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConceptsPage"];
                };
            };
        };
    };
    ask_team: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamOut"];
                };
            };
        };
    };
    read_themes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConceptsPage"];
                };
            };
        };
    };
    read_to_inform: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToInformPage"];
                };
            };
        };
    };
    read_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensOut"];
                };
            };
        };
    };
    make_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTokenOut"];
                };
            };
        };
    };
    revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
