#pragma once

#include <span>

#include "article.h"
#include "grammar.h"
#include "linking.h"
#include "phrases.h"

namespace pullquote::entities {

/// Adds he, she and their forms, and people who are not named, to the draft. A nominal mention of somebody named joins
/// that person; somebody without a name is kept where a pronoun refers to him or her.
void find_people(const Article& article, const Grammar& grammar, Draft& draft, std::span<const Phrase> phrases);

/// Guesses the gender of people whose names do not tell it, before anything but names is in the draft.
void guess_genders(const Article& article, const Grammar& grammar, Draft& draft, std::span<const Phrase> phrases);

/// Adds bodies spoken of by their head ("the ministry") to the draft. The mentions of names come first in it.
void find_bodies(const Article& article, Draft& draft, std::span<const Phrase> phrases);

}  // namespace pullquote::entities
