using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Causeway.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Cases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    lead = table.Column<Guid>(type: "TEXT", nullable: false),
                    deputy = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    next_review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_file", x => x.id);
                    table.CheckConstraint("ck_case_file_review", "(state = 'Closed') = (next_review_on IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "draft_box",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    school = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_box", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "key_act",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    custodians = table.Column<string>(type: "TEXT", maxLength: 363, nullable: false),
                    let_in = table.Column<Guid>(type: "TEXT", nullable: true),
                    waits = table.Column<bool>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    stopped_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_act", x => x.id);
                    table.ForeignKey(
                        name: "fk_key_act_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_chair",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    chair = table.Column<Guid>(type: "TEXT", nullable: true),
                    proposed = table.Column<Guid>(type: "TEXT", nullable: true),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_chair", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "staff_concern",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reported_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    sealed_outcome = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_concern", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "worry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reported_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    sealed_outcome = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    corrects = table.Column<Guid>(type: "TEXT", nullable: true),
                    corrections = table.Column<int>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_entry_case_entry_corrects",
                        column: x => x.corrects,
                        principalTable: "case_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_entry_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_plan_row",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_target = table.Column<bool>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    target = table.Column<int>(type: "INTEGER", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_plan_row", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_plan_row_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    box_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_draft", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_draft_draft_box_box_id",
                        column: x => x.box_id,
                        principalTable: "draft_box",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_draft_box_id_form_about",
                table: "case_draft",
                columns: new[] { "box_id", "form", "about" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_entry_case_id_part",
                table: "case_entry",
                columns: new[] { "case_id", "part" });

            migrationBuilder.CreateIndex(
                name: "ix_case_entry_corrects",
                table: "case_entry",
                column: "corrects");

            migrationBuilder.CreateIndex(
                name: "ix_case_file_organisation_id_code",
                table: "case_file",
                columns: new[] { "organisation_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_plan_row_case_id_is_target_number",
                table: "case_plan_row",
                columns: new[] { "case_id", "is_target", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_draft_box_person_id_school",
                table: "draft_box",
                columns: new[] { "person_id", "school" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_key_act_organisation_id_asked_at",
                table: "key_act",
                columns: new[] { "organisation_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_concern_organisation_id_reported_by",
                table: "staff_concern",
                columns: new[] { "organisation_id", "reported_by" });

            migrationBuilder.CreateIndex(
                name: "ix_worry_organisation_id_reported_by",
                table: "worry",
                columns: new[] { "organisation_id", "reported_by" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_draft");

            migrationBuilder.DropTable(
                name: "case_entry");

            migrationBuilder.DropTable(
                name: "case_plan_row");

            migrationBuilder.DropTable(
                name: "key_act");

            migrationBuilder.DropTable(
                name: "register_chair");

            migrationBuilder.DropTable(
                name: "staff_concern");

            migrationBuilder.DropTable(
                name: "worry");

            migrationBuilder.DropTable(
                name: "draft_box");

            migrationBuilder.DropTable(
                name: "case_file");
        }
    }
}
