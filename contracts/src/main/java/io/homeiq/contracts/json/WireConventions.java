package io.homeiq.contracts.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wire format off the records: a component that is not {@link Nullable} is required, and an enum constant is
 * written in lower case.
 */
final class WireConventions extends JacksonAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        AnnotatedType type = typeOf(member);
        return type == null ? super.hasRequiredMarker(member) : Boolean.valueOf(!isNullable(type));
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        AnnotatedType type = typeOf(member);
        if (type == null) {
            return super.findSetterInfo(member);
        }
        return JsonSetter.Value.construct(isNullable(type) ? Nulls.SET : Nulls.FAIL, nullsWithin(type));
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass enumType, Enum<?>[] constants, String[] names) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private static @Nullable AnnotatedType typeOf(Annotated member) {
        if (member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getMember() instanceof Executable constructor) {
            return constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
        }
        return null;
    }

    private static Nulls nullsWithin(AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType container)) {
            return Nulls.DEFAULT;
        }
        AnnotatedType[] arguments = container.getAnnotatedActualTypeArguments();
        return isNullable(arguments[arguments.length - 1]) ? Nulls.SET : Nulls.FAIL;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
