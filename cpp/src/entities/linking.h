#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article.h"
#include "entities/entities.h"
#include "features/nicknames.h"
#include "syntax/syntax.h"

namespace pullquote::entities {

class Grammar;

inline constexpr std::uint32_t kNoEntity = 0xffffffff;

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

/// How a gender is known.
enum class Trust : std::uint8_t {
  kNone,
  kGuess,   // from a first name, which may be of the other gender elsewhere, or from a pronoun that was resolved
  kStated,  // from "Mrs", "spokesman", "brother"
};

struct KnownGender {
  Gender gender = Gender::kUnknown;
  Trust trust = Trust::kNone;
};

/// Entities while they are being put together: mentions know their entity, entities do not know their mentions yet.
struct Draft {
  std::vector<Mention> mentions;  // in order of the text
  std::vector<Entity> entities;
  std::vector<KnownGender> genders;  // of each entity
  std::vector<TokenRange> fullest;   // of each named entity: where its name stands in the text
  std::vector<TokenRange> titles;    // all that is said of people as their role, in order of the text
};

/// Groups the mentions of one article into entities and names them.
[[nodiscard]] Draft link(const Article& article, const features::Nicknames& nicknames, std::vector<Mention> mentions);

/// All of it: names, then their roles, pronouns and descriptions.
[[nodiscard]] Linked relate(const Article& article, const syntax::Parse& parse, const features::Nicknames& nicknames,
                            std::vector<Mention> mentions, std::span<const gazetteer::Match> known = {});

/// Fills role and affiliation of people.
void find_roles(const Article& article, const Grammar& grammar, Draft& draft);

/// Sorts the mentions, numbers the entities by their first mention and gives them their mentions. Returns the new
/// number of each entity.
std::vector<std::uint32_t> put_in_order(Linked& linked);

/// A name as one line, with single spaces.
[[nodiscard]] std::string one_line(std::string_view text);

/// What a word says of the gender of the person it describes.
[[nodiscard]] Gender gender_of(std::uint64_t word_classes);

}  // namespace pullquote::entities
