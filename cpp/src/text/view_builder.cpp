#include "view_builder.h"

#include "pullquote/error.h"

namespace pullquote::text {

void ViewBuilder::check_length() const {
  if (view.size() > kLongestText) {
    throw Error(ErrorCode::kTextTooLong, "the text grows beyond 2147483647 bytes when it is normalised", "",
                "split it into its articles");
  }
}

void ViewBuilder::run(std::string_view in_view, std::uint8_t view_width, std::uint8_t byte_width, Origin origin) {
  const bool goes_on = !steps.empty() && steps.back().view_width == view_width && steps.back().byte_width == byte_width;
  if (!goes_on) steps.push_back({end(), origin.byte, origin.code_point, view_width, byte_width});
  view.append(in_view);
  check_length();
}

void ViewBuilder::piece(std::string_view in_view, Origin origin) {
  steps.push_back({end(), origin.byte, origin.code_point, 0, 0});
  view.append(in_view);
  check_length();
}

void ViewBuilder::nothing(Origin origin) {
  const bool goes_on = !steps.empty() && steps.back().view_width == 0 && steps.back().view == end();
  if (!goes_on) steps.push_back({end(), origin.byte, origin.code_point, 0, 0});
}

void ViewBuilder::merge(std::uint32_t begin, std::string_view in_view) {
  // What follows the merged text and does not show must not become part of it.
  const MapStep last = steps.back();
  const bool trailing_nothing = last.view == end();
  while (steps.back().view > begin) steps.pop_back();
  MapStep& owner = steps.back();
  if (owner.view == begin) {
    owner.view_width = owner.byte_width = 0;
  } else if (owner.view_width != 0) {
    const std::uint32_t ahead = (begin - owner.view) / owner.view_width;
    steps.push_back({begin, owner.byte + ahead * owner.byte_width, owner.code_point + ahead, 0, 0});
  }  // Otherwise `begin` lies inside a piece, which then stands for this as well.
  view.resize(begin);
  view.append(in_view);
  check_length();
  if (trailing_nothing) nothing({last.byte, last.code_point});
}

}  // namespace pullquote::text
