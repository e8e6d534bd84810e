#include <gtest/gtest.h>

#include <ostream>

#include "relating_fixture.h"

namespace pullquote::entities {
namespace {

struct RoleCase {
  const char* article;
  const char* role;         // of Pedro Costa
  const char* affiliation;  // the same
};

void PrintTo(const RoleCase& c, std::ostream* out) { *out << c.article; }

class RelatedRoles : public testing::TestWithParam<RoleCase> {};

TEST_P(RelatedRoles, AreFound) {
  const Related found(GetParam().article);
  EXPECT_EQ(found.role("Pedro Costa"), GetParam().role);
  EXPECT_EQ(found.affiliation("Pedro Costa"), GetParam().affiliation);
}

INSTANTIATE_TEST_SUITE_P(
    Before, RelatedRoles,
    testing::Values(
        RoleCase{"But [Acme/ORG] spokesman [Pedro Costa/PERSON] said no.", "Acme spokesman", "Acme"},
        RoleCase{"They met [U.S./LOC] Secretary of State [Pedro Costa/PERSON].", "U.S. Secretary of State", "U.S."},
        RoleCase{"They met [Peru/LOC]'s President [Pedro Costa/PERSON].", "Peru's President", "Peru"},
        RoleCase{"They met [Peruvian/NORP] opposition leader [Pedro Costa/PERSON].", "Peruvian opposition leader", ""},
        RoleCase{"Foreign Minister and Deputy PM [Pedro Costa/PERSON] wrote.", "Foreign Minister and Deputy PM", ""},
        RoleCase{"They met Culture Minister [Pedro Costa/PERSON].", "Culture Minister", ""},
        RoleCase{"The bank's chief economist, [Pedro Costa/PERSON], said so.", "bank's chief economist", ""},
        RoleCase{"Mr Silva, [Pedro Costa/PERSON] and others left.", "", ""},
        RoleCase{"Then Dr [Pedro Costa/PERSON] said so.", "", ""},
        RoleCase{"They met the quickly chosen [Pedro Costa/PERSON].", "", ""}));

INSTANTIATE_TEST_SUITE_P(
    After, RelatedRoles,
    testing::Values(
        RoleCase{"[Pedro Costa/PERSON], a nurse from [Cusco/LOC], said so.", "nurse from Cusco", "Cusco"},
        RoleCase{"[Pedro Costa/PERSON], 34, president of [Acme/ORG], said so.", "president of Acme", "Acme"},
        RoleCase{"[Pedro Costa/PERSON], the bank's chief economist, said so.", "bank's chief economist", ""},
        RoleCase{"[Pedro Costa/PERSON], 78, a retired motorman, said so.", "retired motorman", ""},
        RoleCase{"[Pedro Costa/PERSON], a [Republican/NORP] who won, said so.", "Republican", ""},
        RoleCase{"[Pedro Costa/PERSON], who heads the [Trade Union/ORG], said so.", "heads the Trade Union",
                 "Trade Union"},
        RoleCase{"[Pedro Costa/PERSON], a move that failed, said so.", "", ""},
        RoleCase{"[Pedro Costa/PERSON], who runs for office, said so.", "", ""},
        RoleCase{"[Pedro Costa/PERSON], a day after his arrest, said so.", "", ""},
        RoleCase{"[Pedro Costa/PERSON], the former president of [Peru/LOC], said so.", "former president of Peru",
                 "Peru"}));

}  // namespace
}  // namespace pullquote::entities
