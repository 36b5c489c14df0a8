using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Causeway.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class JointWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "channel",
                table: "partnership_contact",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "partnership_ask",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @for = table.Column<string>(name: "for", type: "character varying(40)", maxLength: 40, nullable: false),
                    about_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_ask", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_ask_partnership_party_party_id",
                        column: x => x.party_id,
                        principalTable: "partnership_party",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_project",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    begun_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    copy_of = table.Column<Guid>(type: "uuid", nullable: true),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_project", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_project_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_talk",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    how = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    about = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    needs_interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    called_off_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_talk", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_talk_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    shelf = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: true),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    keeper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    latest = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_file_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_partnership_file_partnership_project_project_id",
                        column: x => x.project_id,
                        principalTable: "partnership_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_project_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    side = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_project_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_project_note_partnership_project_project_id",
                        column: x => x.project_id,
                        principalTable: "partnership_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_project_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rows = table.Column<string>(type: "text", nullable: false),
                    last_row = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_project_part", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_project_part_partnership_project_project_id",
                        column: x => x.project_id,
                        principalTable: "partnership_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_file_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    of_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_of = table.Column<Guid>(type: "uuid", nullable: false),
                    ending = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_file_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_file_version_partnership_file_of_id",
                        column: x => x.of_id,
                        principalTable: "partnership_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_ask_about_id_party_id",
                table: "partnership_ask",
                columns: new[] { "about_id", "party_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_ask_partnership_id",
                table: "partnership_ask",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_ask_party_id",
                table: "partnership_ask",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_file_partnership_id",
                table: "partnership_file",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_file_party_id",
                table: "partnership_file",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_file_project_id",
                table: "partnership_file",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_file_version_of_id_number",
                table: "partnership_file_version",
                columns: new[] { "of_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_project_partnership_id",
                table: "partnership_project",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_project_note_project_id",
                table: "partnership_project_note",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_project_part_project_id_kind",
                table: "partnership_project_part",
                columns: new[] { "project_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_talk_partnership_id_starts_at",
                table: "partnership_talk",
                columns: new[] { "partnership_id", "starts_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "partnership_ask");

            migrationBuilder.DropTable(
                name: "partnership_file_version");

            migrationBuilder.DropTable(
                name: "partnership_project_note");

            migrationBuilder.DropTable(
                name: "partnership_project_part");

            migrationBuilder.DropTable(
                name: "partnership_talk");

            migrationBuilder.DropTable(
                name: "partnership_file");

            migrationBuilder.DropTable(
                name: "partnership_project");

            migrationBuilder.DropColumn(
                name: "channel",
                table: "partnership_contact");
        }
    }
}
