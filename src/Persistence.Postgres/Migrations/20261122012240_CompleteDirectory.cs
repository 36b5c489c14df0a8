using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Causeway.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CompleteDirectory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_import_row_organisation_id_outcome_decision",
                table: "import_row");

            migrationBuilder.AddColumn<string>(
                name: "listed",
                table: "listing",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "missing_since",
                table: "listing",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "changed",
                table: "list_import",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "gone",
                table: "list_import",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "gone_lines",
                table: "list_import",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "list_wins",
                table: "list_import",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "series",
                table: "list_import",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "unchanged",
                table: "list_import",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "put_off_at",
                table: "join_proposal",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "put_off_by",
                table: "join_proposal",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "put_off_by_name",
                table: "join_proposal",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "left_before",
                table: "join_decision",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "reasons",
                table: "join_decision",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "score",
                table: "join_decision",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "effect",
                table: "import_row",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "other_place",
                table: "contribution",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "import_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    listing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false),
                    note_before = table.Column<string>(type: "text", nullable: true),
                    note_after = table.Column<string>(type: "text", nullable: true),
                    kind_before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind_after = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    listed_before = table.Column<string>(type: "text", nullable: true),
                    sharing_before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "uploaded_file",
                columns: table => new
                {
                    upload = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    encoding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploaded_file", x => x.upload);
                });

            migrationBuilder.CreateIndex(
                name: "ix_list_import_series",
                table: "list_import",
                column: "series");

            migrationBuilder.CreateIndex(
                name: "ix_join_decision_network_id_at",
                table: "join_decision",
                columns: new[] { "network_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_import_change_import_id_listing_id",
                table: "import_change",
                columns: new[] { "import_id", "listing_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_change_listing_id",
                table: "import_change",
                column: "listing_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_change");

            migrationBuilder.DropTable(
                name: "uploaded_file");

            migrationBuilder.DropIndex(
                name: "ix_list_import_series",
                table: "list_import");

            migrationBuilder.DropIndex(
                name: "ix_join_decision_network_id_at",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "listed",
                table: "listing");

            migrationBuilder.DropColumn(
                name: "missing_since",
                table: "listing");

            migrationBuilder.DropColumn(
                name: "changed",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "gone",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "gone_lines",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "list_wins",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "series",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "unchanged",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "put_off_at",
                table: "join_proposal");

            migrationBuilder.DropColumn(
                name: "put_off_by",
                table: "join_proposal");

            migrationBuilder.DropColumn(
                name: "put_off_by_name",
                table: "join_proposal");

            migrationBuilder.DropColumn(
                name: "left_before",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "reasons",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "score",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "effect",
                table: "import_row");

            migrationBuilder.DropColumn(
                name: "other_place",
                table: "contribution");

            migrationBuilder.CreateIndex(
                name: "ix_import_row_organisation_id_outcome_decision",
                table: "import_row",
                columns: new[] { "organisation_id", "outcome", "decision" });
        }
    }
}
